import { basename } from 'node:path';
import type { CreateContainerOptions } from '../../engine/engine.ts';
import type { Choice } from '../../ui/ui.ts';
import type { CommandContext } from '../command.ts';
import { type LimitAnswers, limitsField } from '../container/limits.ts';
import { nameProblem } from '../container/rename.ts';
import { copyField } from '../docker/field.ts';
import { runCommand } from '../docker/run.ts';
import { editList, fillForm, type Field } from '../form.ts';
import { nameOf, variableProblem } from '../variables.ts';
import { commandOf } from '../words.ts';
import { type AtEnd, atEndField } from './atEnd.ts';
import { portProblem, volumeProblem } from './runOptions.ts';

export type RunMode = 'detached' | 'terminal' | 'create';

/** How an image is to be run, as it is typed. */
export interface RunAnswers extends LimitAnswers {
  mode: RunMode;
  name: string;
  ports: readonly string[];
  /** Not remembered: values may be secrets. */
  env: readonly string[];
  /** An absolute path; empty is none. */
  envFile: string;
  volumes: readonly string[];
  /** Empty is the image's own. */
  command: string;
  /** A network's name; empty is the engine's own bridge. */
  network: string;
  atEnd: AtEnd;
}

/** Shows the form; Enter runs it the way that fits the image. Answers whether to run. */
export async function askRun(
  context: CommandContext,
  {
    image,
    ownCommand,
    answers,
    options,
  }: {
    image: string;
    ownCommand: string;
    answers: RunAnswers;
    /** What the answers mean to the engine. */
    options: () => Promise<CreateContainerOptions>;
  },
): Promise<boolean> {
  const background = { label: 'Run in the background', icon: 'play', value: 'detached' } as const;
  const terminal = { label: 'Run in a terminal', icon: 'terminal', value: 'terminal' } as const;
  const create = { label: 'Create it without starting', icon: 'add', value: 'create' } as const;
  const mode = await fillForm<RunMode>({
    ui: context.ui,
    title: `Run ${image}`,
    submits: () => {
      const ways = answers.mode === 'terminal' ? [terminal, background, create] : [background, terminal, create];
      return ways.map((way, index) => (index === 0 ? Object.assign({ description: summary(answers) }, way) : way));
    },
    fields: () => [
      ...runFields(context, { ownCommand, answers }),
      copyField(context, async () => {
        const how = answers.mode === 'terminal' ? 'attached' : 'detached';
        return runCommand(
          'Run',
          { ...(await options()), ...(how === 'attached' ? { interactive: true } : {}) },
          { how },
        );
      }),
    ],
  });
  if (mode !== undefined) answers.mode = mode;
  return mode !== undefined;
}

/** What can be said of a container that is to be made. */
export function runFields(
  context: CommandContext,
  { ownCommand, answers, ownName }: { ownCommand: string; answers: RunAnswers; ownName?: string },
): Field[] {
  return [
    nameField(context, answers, ownName),
    list(context, answers, {
      key: 'ports',
      label: 'Ports',
      icon: 'plug',
      noun: 'port',
      prompt: 'host:container, as 8080:80.',
      none: 'none published',
      validate: portProblem,
    }),
    list(context, answers, {
      key: 'env',
      label: 'Environment',
      icon: 'symbol-variable',
      noun: 'variable',
      prompt: 'NAME=value. Values are not remembered.',
      none: 'the image’s own',
      show: nameOf,
      validate: variableProblem,
    }),
    envFileField(context, answers),
    list(context, answers, {
      key: 'volumes',
      label: 'Volumes',
      icon: 'database',
      noun: 'volume',
      prompt:
        'source:target, as ./data:/data for a folder or cache:/var/cache for a volume; :ro at the end forbids writing.',
      none: 'none',
      validate: volumeProblem,
    }),
    commandField(context, answers, ownCommand),
    networkField(context, answers),
    limitsField(context.ui, answers),
    atEndField(context.ui, answers),
  ];
}

function summary({ name, ports }: RunAnswers): string {
  return [name, ...ports].filter((part) => part !== '').join(', ');
}

/** `ownName` is free although somebody has it. */
function nameField({ ui, store }: CommandContext, answers: RunAnswers, ownName?: string): Field {
  return {
    label: 'Name',
    value: answers.name === '' ? 'the engine chooses' : answers.name,
    icon: 'tag',
    async edit() {
      const names = [...store.containers.values()].map(({ name }) => name);
      const taken = new Set(names.filter((name) => name !== ownName));
      const input = {
        title: 'Name',
        prompt: 'Empty: the engine chooses.',
        value: answers.name,
        validate: (text: string) => (text === '' ? undefined : nameProblem(text, taken)),
      };
      answers.name = (await ui.input(input)) ?? answers.name;
    },
  };
}

interface ListField {
  readonly key: 'ports' | 'env' | 'volumes';
  readonly label: string;
  readonly icon: string;
  readonly noun: string;
  readonly prompt: string;
  readonly none: string;
  readonly show?: (item: string) => string;
  readonly validate: (item: string) => string | undefined;
}

function list({ ui }: CommandContext, answers: RunAnswers, options: ListField): Field {
  const { key, label, icon, none, show = (item) => item, noun, prompt, validate } = options;
  const items = answers[key];
  return {
    label,
    value: items.length === 0 ? none : items.map(show).join(', '),
    icon,
    async edit() {
      answers[key] = (await editList({ ui, title: label, noun, prompt, items, validate })) ?? items;
    },
  };
}

function networkField({ ui, engine }: CommandContext, answers: RunAnswers): Field {
  return {
    label: 'Network',
    value: answers.network === '' ? 'bridge' : answers.network,
    icon: 'type-hierarchy',
    async edit() {
      const networks = (await engine.networks.list()).filter(({ name }) => name !== 'bridge');
      const picked = await ui.pick({
        title: 'Network',
        choices: [
          { label: 'bridge', description: 'the engine’s own', icon: 'type-hierarchy', value: '' },
          ...networks.map(({ name, driver }) => ({
            label: name,
            description: driver,
            icon: 'type-hierarchy',
            value: name,
          })),
        ],
      });
      answers.network = picked ?? answers.network;
    },
  };
}

function envFileField({ ui, services }: CommandContext, answers: RunAnswers): Field {
  return {
    label: 'Environment file',
    value: answers.envFile === '' ? 'none' : answers.envFile,
    icon: 'symbol-file',
    async edit() {
      const found = await services.findFiles('**/{.env,.env.*,*.env}');
      const picked = await ui.pick({
        title: 'Environment file',
        placeholder: 'NAME=value, one to a line; read as docker run --env-file does',
        choices: [
          { label: 'None', icon: 'circle-slash', value: 'none' },
          ...found.map(fileChoice),
          { label: 'Browse…', icon: 'folder-opened', value: 'browse' },
        ],
      });
      if (picked === 'none') answers.envFile = '';
      else if (picked === 'browse')
        answers.envFile = (await ui.pickPath({ title: 'Environment file', kind: 'file' })) ?? answers.envFile;
      else answers.envFile = picked ?? answers.envFile;
    },
  };
}

function fileChoice(path: string): Choice<string> {
  return { label: basename(path), description: path, icon: 'symbol-file', value: path };
}

function commandField({ ui }: CommandContext, answers: RunAnswers, ownCommand: string): Field {
  return {
    label: 'Command',
    value: answers.command === '' ? ownCommand || 'the image’s own' : answers.command,
    icon: 'terminal-cmd',
    async edit() {
      const validate = (text: string): string | undefined => {
        const command = commandOf(text);
        return typeof command === 'string' ? command : undefined;
      };
      const prompt = 'Pipes, variables and patterns work where the image has sh. Empty: the image’s own.';
      const input = { title: 'Command', prompt, value: answers.command, placeholder: ownCommand, validate };
      answers.command = (await ui.input(input))?.trim() ?? answers.command;
    },
  };
}
