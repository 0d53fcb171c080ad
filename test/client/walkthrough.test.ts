import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}
interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const root = resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views)
  .flat()
  .map(({ id }) => id);
const known = new Set([...commands, ...views.map((id) => `${id}.focus`), 'workbench.action.files.newUntitledFile']);
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test('the walkthrough has five steps', () => {
  expect(steps.map(({ id }) => id)).toEqual(['connect', 'write', 'build', 'run', 'push']);
});

describe.each(steps.map((step) => [step.id, step] as const))('%s', (_id, step) => {
  test('its buttons run commands that there are', () => {
    const linked = [...step.description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command);
    expect(linked).not.toEqual([]);
    expect(linked.filter((command) => command === undefined || !known.has(command))).toEqual([]);
  });

  test('it is ticked off by something that happens', () => {
    for (const event of step.completionEvents) {
      const [, kind, what = ''] = /^(onCommand|onView|onContext):(.+)$/.exec(event) ?? [];
      expect(kind).toBeDefined();
      if (kind === 'onCommand') expect(commands).toContain(what);
      if (kind === 'onView') expect(views).toContain(what);
    }
  });

  test('its picture is there', () => {
    expect(existsSync(join(root, step.media.image))).toBe(true);
  });
});
