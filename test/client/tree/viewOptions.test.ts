import { expect, test } from 'vitest';
import { createViewOptions, type Memory } from '../../../client/src/tree/viewOptions.ts';

function memory(content: Record<string, unknown> = {}): Memory {
  const kept = new Map(Object.entries(content));
  return {
    get: (key) => kept.get(key),
    update: async (key, value) => {
      kept.set(key, value);
    },
  };
}

test('what was chosen is there again, per view', () => {
  const kept = memory();
  createViewOptions('gantry.containers', kept).choose({ filter: 'web', runningOnly: true });
  expect(createViewOptions('gantry.containers', kept).choice).toEqual({ filter: 'web', runningOnly: true });
  expect(createViewOptions('gantry.images', kept).choice).toEqual({ filter: '', runningOnly: false });
});

test('tells of a change, and only of a change', () => {
  const options = createViewOptions('gantry.images', memory());
  const heard: string[] = [];
  options.onDidChange(({ filter }) => heard.push(filter));
  options.choose({ filter: 'a' });
  options.choose({ filter: 'a' });
  options.choose({});
  expect(heard).toEqual(['a']);
});

test('a memory of another shape counts as not chosen', () => {
  const options = createViewOptions('gantry.images', memory({ 'gantry.images.view': { filter: 7 } }));
  expect(options.choice).toEqual({ filter: '', runningOnly: false });
});
