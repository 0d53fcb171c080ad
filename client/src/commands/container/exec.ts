import type { Container } from '../../engine/model.ts';
import { sessionTerminal } from '../../terminal/session.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { editList, fillForm, type Field } from '../form.ts';
import { containerName } from '../names.ts';
import { commandOf, formatWords } from '../words.ts';
import { nameOf, variableProblem } from '../variables.ts';
import { execIn, hangUp } from './shell.ts';

export const executeCommand = defineCommand({
  id: 'gantry.container.execute',
  title: 'Execute command…',
  icon: 'terminal-cmd',
  on: 'container',
  many: false,
  when: ['running'],
  placement: { menu: '3_terminal@2' },
  async run(context, [container]) {
    if (!container) return;
    const answers = await ask(context, container);
    if (!answers) return;
    const { line, user, workingDirectory, env } = answers;
    const command = commandOf(line);
    if (typeof command === 'string') return;
    const name = containerName(container);
    context.ui.openTerminal(
      sessionTerminal({
        name: `${name}: ${command[0] ?? ''}`,
        icon: 'terminal-cmd',
        attempts: [
          execIn(context.engine, container, {
            command,
            ...(user === '' ? {} : { user }),
            ...(workingDirectory === '' ? {} : { workingDirectory }),
            env,
          }),
        ],
        missing: `${name} cannot run “${command[0] ?? ''}”.`,
        tty: true,
        hangUp,
        ended: (exitCode) => `“${formatWords(command)}” ended with exit code ${exitCode ?? 'unknown'}.`,
      }),
    );
  },
});

interface Answers {
  line: string;
  user: string;
  workingDirectory: string;
  /** Not remembered: values may be secrets. */
  env: readonly string[];
}

async function ask({ ui, services }: CommandContext, container: Container): Promise<Answers | undefined> {
  const title = `Execute in ${containerName(container)}`;
  const key = `exec ${container.image}`;
  const last = remembered(services.recall(key));
  const line = await ui.input({
    title,
    prompt: 'Command. Pipes, variables and patterns work where the container has sh.',
    placeholder: 'ls -l /app',
    value: last.line,
    validate: commandProblem,
  });
  if (line === undefined) return undefined;
  const answers: Answers = { ...last, line, env: [] };
  const text = (label: string, field: 'user' | 'workingDirectory', prompt: string): Field => ({
    label,
    value: answers[field] === '' ? 'as the container says' : answers[field],
    icon: field === 'user' ? 'person' : 'folder',
    async edit() {
      answers[field] = (await ui.input({ title: label, prompt, value: answers[field] })) ?? answers[field];
    },
  });
  const submitted = await fillForm({
    ui,
    title,
    submits: () => [{ label: 'Execute', description: answers.line, icon: 'play', value: true }],
    fields: () => [
      {
        label: 'Command',
        value: answers.line,
        icon: 'terminal-cmd',
        async edit() {
          const options = { title, value: answers.line, validate: commandProblem };
          answers.line = (await ui.input(options)) ?? answers.line;
        },
      },
      text('User', 'user', 'Name or number, also with a group: 1000:1000. Empty: as the container says.'),
      text('Working directory', 'workingDirectory', 'An absolute path in the container. Empty: as the container says.'),
      {
        label: 'Environment',
        value: answers.env.length === 0 ? 'nothing more' : answers.env.map(nameOf).join(', '),
        icon: 'symbol-variable',
        async edit() {
          const prompt = 'NAME=value. Values are not remembered.';
          const list = { ui, title: 'Environment', noun: 'variable', prompt, items: answers.env };
          answers.env = (await editList({ ...list, validate: variableProblem })) ?? answers.env;
        },
      },
    ],
  });
  if (submitted !== true) return undefined;
  const { env: _secret, ...kept } = answers;
  await services.remember(key, kept);
  return answers;
}

function commandProblem(text: string): string | undefined {
  if (text.trim() === '') return 'What is to be run?';
  const command = commandOf(text);
  return typeof command === 'string' ? command : undefined;
}

function remembered(value: unknown): Omit<Answers, 'env'> {
  const { line, user, workingDirectory } = (value ?? {}) as Partial<Record<keyof Answers, unknown>>;
  const text = (given: unknown): string => (typeof given === 'string' ? given : '');
  return { line: text(line), user: text(user), workingDirectory: text(workingDirectory) };
}
