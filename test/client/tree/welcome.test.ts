import { expect, test } from 'vitest';
import { commands } from '../../../client/src/commands/index.ts';
import { welcomeTexts } from '../../../client/src/tree/welcome.ts';
import { freeViews, viewIds } from '../../../client/src/tree/viewOptions.ts';
import { hindrances, waysOut } from '../../../client/src/ui/explain.ts';

const known = new Set<string>(commands.map(({ id }) => id));

test.each(viewIds)('%s has one text for every reason to be empty', (view) => {
  const reasons = welcomeTexts.filter((text) => text.view === view).map(({ when }) => when);
  const filtered = commands.some(({ id }) => id === `${view}.filter`) ? ['filtered'] : [];
  const unreachable = freeViews.has(view) ? [] : hindrances;
  expect(reasons.toSorted()).toEqual([...unreachable, 'empty', ...filtered].toSorted());
});

test('every button and every way out leads to a command of ours', () => {
  const linked = welcomeTexts.flatMap(({ lines }) => lines.join('\n').match(/(?<=\(command:)[^)]+/g) ?? []);
  expect(linked.length).toBeGreaterThan(20);
  for (const command of [...linked, ...Object.values(waysOut).map((way) => way.command)])
    expect(known).toContain(command);
});
