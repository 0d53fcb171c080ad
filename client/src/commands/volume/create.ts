import type { CreateVolumeOptions } from '../../engine/port/volume.ts';
import type { Store } from '../../store/store.ts';
import { assignments, assignmentsField, labelsField } from '../assignments.ts';
import { defineCommand } from '../command.ts';
import { fillForm, textField } from '../form.ts';

export const createVolume = defineCommand({
  id: 'gantry.volumes.create',
  title: 'Create volume…',
  icon: 'add',
  placement: { title: { views: ['gantry.volumes'], group: 'navigation@1' } },
  async run({ engine, store, ui }) {
    await store.ready();
    const answers = { name: '', driver: '', options: [] as readonly string[], labels: [] as readonly string[] };
    const submitted = await fillForm({
      ui,
      title: 'Create volume',
      submits: () => [
        { label: 'Create', icon: 'add', value: true, description: answers.name || 'the engine names it' },
      ],
      fields: () => [
        textField(ui, answers, {
          key: 'name',
          label: 'Name',
          icon: 'tag',
          none: 'the engine names it',
          prompt: 'Empty: the engine names it, and it counts as anonymous.',
          validate: (text) => (text === '' ? undefined : volumeNameProblem(text, store)),
        }),
        textField(ui, answers, {
          key: 'driver',
          label: 'Driver',
          icon: 'extensions',
          none: 'local',
          prompt: 'A volume driver’s name. Empty: local.',
        }),
        assignmentsField(ui, answers, {
          key: 'options',
          label: 'Driver options',
          icon: 'settings',
          noun: 'driver option',
          placeholder: 'type=nfs',
        }),
        labelsField(ui, answers),
      ],
    });
    if (submitted !== true) return;
    const { name, driver, options, labels } = answers;
    const wanted: CreateVolumeOptions = {
      ...(name === '' ? {} : { name }),
      ...(driver === '' ? {} : { driver }),
      options: assignments(options),
      labels: assignments(labels),
    };
    const volume = await engine.volumes.create(wanted);
    await ui.notify({ severity: 'info', text: `The volume ${volume.name} was created.` });
  },
});

/** What is wrong with a new volume's name, by the engine's own rule, or nothing. */
export function volumeNameProblem(name: string, { volumes }: Pick<Store, 'volumes'>): string | undefined {
  if (name.length < 2) return 'A name has at least two characters.';
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/u.test(name))
    return 'A name is made of letters, digits, “_”, “.” and “-”, and starts with a letter or a digit.';
  return volumes.has(name) ? `There is a volume of the name ${name} already.` : undefined;
}
