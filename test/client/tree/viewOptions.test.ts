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
  expect(createViewOptions('gantry.containers', kept).choice).toMatchObject({ filter: 'web', runningOnly: true });
  expect(createViewOptions('gantry.images', kept).choice).toMatchObject({ filter: '', runningOnly: false });
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
  expect(options.choice).toMatchObject({ filter: '', runningOnly: false });
});

test('what was not chosen is as the settings say, also when they change', () => {
  const settings = { group: 'image' as const, sort: 'created' as const };
  const options = createViewOptions('gantry.containers', memory(), () => settings);
  const heard: string[] = [];
  options.onDidChange(({ group, sort }) => heard.push(`${group} ${sort}`));
  options.choose({ sort: 'state' });
  Object.assign(settings, { group: 'none', sort: 'image' });
  options.reread();
  options.reread();
  options.choose({ sort: undefined });
  expect(heard).toEqual(['image state', 'none state', 'none image']);
});

test('a word that nobody knows is not remembered', () => {
  const kept = memory({ 'gantry.containers.view': { group: 'moon', sort: 'created', runningOnly: 'yes' } });
  expect(createViewOptions('gantry.containers', kept).choice).toMatchObject({
    group: 'project',
    sort: 'created',
    runningOnly: false,
  });
});
