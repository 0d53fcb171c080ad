import { restartPolicies, type ContainerLimits, type RestartPolicy } from '../../engine/port/container.ts';
import type { Ui } from '../../ui/ui.ts';
import { defineCommand } from '../command.ts';
import { fillForm, type Field } from '../form.ts';
import { containerName } from '../names.ts';
import { type LimitAnswers, describeLimits, limitAnswers, limitFields, limitOptions } from './limits.ts';

interface Answers extends LimitAnswers {
  restart: RestartPolicy['name'];
  retries: number | undefined;
}

export const updateContainer = defineCommand({
  id: 'gantry.container.update',
  title: 'Change limits and restarts…',
  icon: 'dashboard',
  on: 'container',
  many: false,
  placement: { menu: '4_change@2' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const name = containerName(container);
    const { restart, autoRemove = false, ...limits } = await engine.containers.definition(container.id);
    const before: Answers = {
      ...limitAnswers(limits),
      restart: restart?.name ?? 'no',
      retries: restart?.maximumRetries,
    };
    const answers = { ...before };
    const submitted = await fillForm({
      ui,
      title: `Limits and restarts of ${name}`,
      submits: () => [
        { label: 'Change', icon: 'check', value: true, description: describeLimits(answers) || 'no limits' },
      ],
      fields: () => [...limitFields(ui, answers, before), ...(autoRemove ? [] : [restartField(ui, answers)])],
    });
    if (submitted !== true) return;
    const changes = changed(before, answers);
    if (Object.keys(changes).length === 0) return;
    const warnings = await engine.containers.update(container.id, changes);
    for (const warning of warnings) ui.log.warn(`${name}: ${warning}`);
    const text = warnings.length === 0 ? `${name} was changed.` : `${name} was changed. ${warnings.join(' ')}`;
    await ui.notify({ severity: warnings.length === 0 ? 'info' : 'warning', text });
  },
});

/** What an engine is to be told; nothing of what stays as it is. */
function changed(before: Answers, answers: Answers): ContainerLimits {
  const { memory, cpus, pids } = limitOptions(answers);
  const { restart, retries } = answers;
  return {
    ...(answers.memory !== before.memory && memory !== undefined ? { memory } : {}),
    ...(answers.cpus !== before.cpus && cpus !== undefined ? { cpus } : {}),
    // -1 is no limit.
    ...(answers.pids === before.pids ? {} : { pids: pids ?? -1 }),
    ...(restart === before.restart && retries === before.retries
      ? {}
      : { restart: { name: restart, ...(retries === undefined ? {} : { maximumRetries: retries }) } }),
  };
}

const meanings: Readonly<Record<RestartPolicy['name'], string>> = {
  no: 'It stays as it ended',
  'on-failure': 'It is started again when its exit code is not 0',
  'unless-stopped': 'It is started again, unless you have stopped it',
  always: 'It is started again, also when the engine starts',
};

function restartField(ui: Ui, answers: Answers): Field {
  const { restart, retries } = answers;
  return {
    label: 'Restart policy',
    value: retries === undefined ? restart : `${restart}, ${retries} times at the most`,
    icon: 'debug-restart',
    async edit() {
      const choices = restartPolicies.map((value) => ({
        label: value,
        description: meanings[value],
        picked: value === restart,
        value,
      }));
      const picked = await ui.pick({ title: 'Restart policy', choices });
      if (picked === undefined) return;
      answers.restart = picked;
      answers.retries = picked === 'on-failure' ? await askRetries(ui, retries) : undefined;
    },
  };
}

async function askRetries(ui: Ui, retries: number | undefined): Promise<number | undefined> {
  const text = await ui.input({
    title: 'How many times at the most?',
    prompt: 'Empty: without end',
    value: retries === undefined ? '' : String(retries),
    validate: (typed) => (/^(?:[1-9]\d{0,4})?$/u.test(typed.trim()) ? undefined : 'A whole number is expected.'),
  });
  return text === undefined || text.trim() === '' ? undefined : Number(text);
}
