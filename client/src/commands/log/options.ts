import { openLogs } from '../container/logDocument.ts';
import { formatNames } from '../../ui/format.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { fillForm, textField } from '../form.ts';
import { containerName } from '../names.ts';
import { choiceKey, logChoice, timeOf } from './choice.ts';

export const changeLogOptions = defineCommand({
  id: 'gantry.logs.options',
  title: 'Log options…',
  icon: 'settings-gear',
  placement: { logTitle: { group: 'navigation@4' } },
  async run(context, [resource]) {
    const log = context.ui.openedLog(resource);
    if (log && (await askOptions(context))) log.restart();
  },
});

export const showLogsWith = defineCommand({
  id: 'gantry.container.logsWith',
  title: 'Show logs with options…',
  icon: 'output',
  on: 'container',
  many: true,
  placement: { menu: '2_look@1' },
  async run(context, containers) {
    if (!(await askOptions(context))) return;
    await openLogs(context, {
      name: formatNames(containers.map(containerName), 2),
      id: containers.map(({ id }) => id).join(' '),
      containers,
      nameOf: containerName,
    });
  },
});

/** Asks and remembers what of logs is read in this workspace; false when it was dismissed. */
async function askOptions({ ui, services }: CommandContext): Promise<boolean> {
  const before = logChoice(services);
  const answers = { tail: String(before.tail), since: before.since, until: before.until };
  let { timestamps } = before;
  const time = (text: string): string | undefined =>
    text === '' || timeOf(text, 0) !== undefined ? undefined : 'Write a time like 15m, 2h, 1d12h or 2026-01-31T12:00.';
  const times = {
    prompt: 'How long ago (15m, 2h, 1d12h) or when (2026-01-31T12:00); empty for no bound',
    validate: time,
  };
  const sent = await fillForm({
    ui,
    title: 'Log options',
    submits: () => [{ label: 'Show the log', icon: 'output', value: true }],
    fields: () => [
      textField(ui, answers, {
        key: 'tail',
        label: 'Last lines',
        icon: 'list-ordered',
        none: 'all',
        prompt: 'How many of the last lines are shown at first; 0 for all',
        validate: (text) => (/^\d{1,9}$/u.test(text) ? undefined : 'Write a whole number.'),
      }),
      textField(ui, answers, { key: 'since', label: 'Since', icon: 'history', none: 'the beginning', ...times }),
      textField(ui, answers, { key: 'until', label: 'Until', icon: 'clock', none: 'now, and on', ...times }),
      {
        label: 'Timestamps',
        value: timestamps ? 'shown' : 'not shown',
        icon: 'watch',
        edit: async () => {
          timestamps = !timestamps;
        },
      },
    ],
  });
  if (sent !== true) return false;
  const { since, until } = answers;
  await services.remember(choiceKey, { tail: Number(answers.tail), since, until, timestamps });
  return true;
}
