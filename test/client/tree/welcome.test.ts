import { expect, test } from 'vitest';
import { commands } from '../../../client/src/commands/index.ts';
import { welcomeTexts } from '../../../client/src/tree/welcome.ts';
import { hindrances, waysOut } from '../../../client/src/ui/explain.ts';

const known = new Set<string>(commands.map(({ id }) => id));

test.each(['gantry.containers', 'gantry.images'] as const)('%s has one text for every reason to be empty', (view) => {
  const reasons = welcomeTexts.filter(({ views }) => views.includes(view)).map(({ when }) => when);
  expect(reasons.toSorted()).toEqual([...hindrances, 'empty', 'filtered'].toSorted());
});

test('every button and every way out leads to a command of ours', () => {
  const buttons = welcomeTexts.flatMap(({ paragraphs }) => paragraphs.flatMap(([, ...ways]) => ways));
  for (const { command } of [...buttons, ...Object.values(waysOut)]) expect(known).toContain(command);
});
