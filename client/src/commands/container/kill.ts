import type { Choice } from '../../ui/ui.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { changeContainers } from './change.ts';

const signals: readonly (readonly [string, string])[] = [
  ['SIGKILL', 'Ends the process at once; it cannot tidy up'],
  ['SIGTERM', 'Asks the process to end, as Stop does at first'],
  ['SIGINT', 'As Ctrl+C in a terminal'],
  ['SIGQUIT', 'Asks the process to end, often with a dump of its state'],
  ['SIGHUP', 'Many servers read their configuration anew'],
  ['SIGUSR1', 'What the program makes of it'],
  ['SIGUSR2', 'What the program makes of it'],
];

export const killContainer = defineCommand({
  id: 'gantry.container.kill',
  title: 'Send signal…',
  icon: 'zap',
  on: 'container',
  many: true,
  when: ['running', 'restarting', 'paused'],
  placement: { menu: '1_run@5' },
  async run(context, containers) {
    const [first] = containers;
    const signal = await context.ui.pick({
      title: containers.length === 1 && first ? `Send a signal to ${containerName(first)}` : 'Send a signal',
      placeholder: 'Signal, by name or number',
      choices: signals.map(([name, detail]) => ({ label: name, description: detail, value: name })),
      custom: typedSignal,
    });
    if (signal === undefined) return;
    await changeContainers(context, containers, {
      doing: `Sending ${signal} to`,
      done: `got ${signal}`,
      run: ({ id }) => context.engine.containers.kill(id, { signal }),
    });
  },
});

/** A signal's name, with or without SIG, or its number. */
function typedSignal(text: string): Choice<string> | undefined {
  const name = text.trim().toUpperCase();
  if (!/^(?:[1-9]|[1-5]\d|6[0-4]|(?:SIG)?[A-Z][A-Z0-9+-]{1,9})$/u.test(name)) return undefined;
  const value = /^\d/u.test(name) || name.startsWith('SIG') ? name : `SIG${name}`;
  return signals.some(([known]) => known === value) ? undefined : { label: value, value };
}
