import { expect, it } from 'vitest';
import { editList, fillForm } from '../../../client/src/commands/form.ts';
import { ScriptedUi } from '../../support/ui.ts';

function form(ui: ScriptedUi, values: { name: string }): Promise<string | undefined> {
  return fillForm({
    ui,
    title: 'Run',
    submits: () => [
      { label: 'Run', description: values.name, icon: 'play', value: 'run' },
      { label: 'Run in terminal', icon: 'terminal', value: 'terminal' },
    ],
    fields: () => [
      {
        label: 'Name',
        value: values.name,
        icon: 'tag',
        edit: async () => {
          values.name = (await ui.input({ title: 'Name' })) ?? values.name;
        },
      },
    ],
  });
}

it('is sent off by its first row, or after changes', async () => {
  const ui = new ScriptedUi();
  const values = { name: 'web' };
  ui.onPick('Run', /^Run$/);
  expect(await form(ui, values)).toBe('run');
  ui.onPick('Run', 'Name')
    .onInput('Name', 'db')
    .onPick('Run', 'Name')
    .onInput('Name')
    .onPick('Run', 'Run in terminal', (rows) =>
      expect(rows.map(({ label, description, separator }) => [label, description, separator])).toEqual([
        ['Run', 'db', undefined],
        ['Run in terminal', undefined, undefined],
        ['Name', 'db', 'Options'],
      ]),
    );
  expect(await form(ui, values)).toBe('terminal');
  ui.onPick('Run');
  expect(await form(ui, values)).toBeUndefined();
  ui.done();
});

it('adds, changes and takes away entries of a list', async () => {
  const ui = new ScriptedUi();
  const list = (items: readonly string[]): Promise<string[] | undefined> =>
    editList({
      ui,
      title: 'Ports',
      noun: 'port',
      prompt: 'host:container',
      items,
      validate: (text) => (/^\d+:\d+$/.test(text) ? undefined : 'no'),
    });
  ui.onInput('Add a port', '80:80', { rejected: ['x'] }).onPick('Ports', 'Done');
  expect(await list([])).toEqual(['80:80']);
  ui.onPick('Ports', '1:1').onInput('Change a port', '2:2').onPick('Ports', 'Add').onInput('Add', '3:3');
  ui.onPick('Ports', 'Done');
  expect(await list(['1:1'])).toEqual(['2:2', '3:3']);
  ui.onPick('Ports', '1:1').onInput('Change', '');
  expect(await list(['1:1'])).toEqual([]);
  ui.onPick('Ports', '1:1').onInput('Change').onPick('Ports');
  expect(await list(['1:1'])).toBeUndefined();
  ui.onInput('Add');
  expect(await list([])).toBeUndefined();
  ui.done();
});
