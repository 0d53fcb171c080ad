import { basename, dirname } from 'node:path';
import type { DockerfileOutline, StageOutline } from '../../../../server/src/protocol/requests.ts';
import { referenceProblem } from '../../registry/reference.ts';
import type { Choice } from '../../ui/ui.ts';
import type { CommandContext, DockerfileTarget } from '../command.ts';
import { fillForm, type Field } from '../form.ts';
import { copyField } from '../docker/field.ts';
import { buildCommand } from '../docker/build.ts';
import { folderName } from '../target/files.ts';
import { argsWithoutDefault, editArgs, isSecret, type BuildArgs } from './buildArgs.ts';
import { suggestedTag } from './suggestedTag.ts';

/** How an image is to be built. Paths are absolute. */
export interface BuildAnswers {
  tag: string;
  context: string;
  /** A stage's name or number; empty is the last one. */
  target: string;
  /** What differs from the file's defaults. */
  args: BuildArgs;
  /** Empty is the engine's own. */
  platform: string;
  noCache: boolean;
  pull: boolean;
}

/** What was answered for this Dockerfile, or for this stage of it, the last time, or what fits it. */
export function recallBuild({ services }: CommandContext, target: DockerfileTarget): BuildAnswers {
  const { path, stage } = target;
  const last = (services.recall(keyOf(target)) ?? {}) as { readonly [K in keyof BuildAnswers]?: unknown };
  const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
  const context = text(last.context, dirname(path));
  return {
    tag: text(last.tag, suggestedTag(path, stage)),
    context,
    target: stage ?? text(last.target, ''),
    args: textsOf(last.args),
    platform: text(last.platform, ''),
    noCache: false,
    pull: last.pull === true,
  };
}

/** Keeps the answers for the next time, without what may be secret. */
export async function rememberBuild(
  { services }: CommandContext,
  target: DockerfileTarget,
  answers: BuildAnswers,
): Promise<void> {
  const args = Object.fromEntries(Object.entries(answers.args).filter(([name]) => !isSecret(name)));
  await services.remember(keyOf(target), { ...answers, args });
}

/** A stage on its own gets another tag than the whole image, so its answers are not the image's. */
function keyOf({ path, stage = '' }: DockerfileTarget): string {
  return stage === '' ? `build ${path}` : `build ${path} ${stage}`;
}

/** Shows the form; Enter builds. */
export async function askBuild(
  context: CommandContext,
  { path, outline, answers }: { path: string; outline: DockerfileOutline; answers: BuildAnswers },
): Promise<boolean> {
  const { ui } = context;
  const folders = context.services.workspaceFolders();
  const submitted = await fillForm({
    ui,
    title: `Build ${basename(path)} in ${folderName(dirname(path), folders)}`,
    submits: () => [{ label: 'Build', description: answers.tag, icon: 'play', value: true }],
    fields: () => [
      {
        label: 'Tag',
        value: answers.tag,
        icon: 'tag',
        async edit() {
          const options = { title: 'Tag', prompt: 'name:tag', value: answers.tag, validate: referenceProblem };
          answers.tag = (await ui.input(options)) ?? answers.tag;
        },
      },
      {
        label: 'Target stage',
        value: answers.target === '' ? lastStage(outline.stages) : answers.target,
        icon: 'layers',
        async edit() {
          answers.target = (await pickStage(context, outline.stages)) ?? answers.target;
        },
      },
      {
        label: 'Build arguments',
        value: describeArgs(outline, answers.args),
        icon: 'symbol-variable',
        async edit() {
          answers.args = (await editArgs(ui, { args: outline.args, values: answers.args })) ?? answers.args;
        },
      },
      {
        label: 'Context',
        value: folderName(answers.context, folders),
        icon: 'folder',
        async edit() {
          answers.context = (await pickContext(context, path)) ?? answers.context;
        },
      },
      {
        label: 'Platform',
        value: answers.platform === '' ? 'the engine’s own' : answers.platform,
        icon: 'circuit-board',
        async edit() {
          const options = { title: 'Platform', prompt: 'os/architecture. Empty: the engine’s own.' };
          const validate = (text: string): string | undefined =>
            text === '' || /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9_.]+)?$/u.test(text)
              ? undefined
              : 'For example linux/arm64.';
          const input = { ...options, value: answers.platform, placeholder: 'linux/arm64', validate };
          answers.platform = (await ui.input(input)) ?? answers.platform;
        },
      },
      toggle(answers, 'pull', {
        label: 'Base images',
        on: 'look for newer ones in the registry',
        off: 'use what is here',
      }),
      toggle(answers, 'noCache', { label: 'Cache', on: 'build every step anew', off: 'use it' }),
      copyField(context, () => buildCommand(path, answers)),
    ],
  });
  return submitted === true;
}

function toggle(
  answers: BuildAnswers,
  key: 'pull' | 'noCache',
  { label, on, off }: { label: string; on: string; off: string },
): Field {
  return {
    label,
    value: answers[key] ? on : off,
    icon: key === 'pull' ? 'cloud-download' : 'database',
    edit: async () => {
      answers[key] = !answers[key];
    },
  };
}

function lastStage(stages: readonly StageOutline[]): string {
  const last = stages.at(-1);
  if (!last) return 'the last one';
  return `the last one${last.name === undefined ? '' : `, ${last.name}`}`;
}

async function pickStage({ ui }: CommandContext, stages: readonly StageOutline[]): Promise<string | undefined> {
  return await ui.pick({
    title: 'Target stage',
    placeholder: 'The build ends with this stage',
    choices: [
      { label: 'The last one', icon: 'layers', value: '' },
      ...stages.map((stage, index) => stageChoice(stage, index)),
    ],
    // What the file says may not have been read, or may be in a variable.
    custom: (text) => ({ label: text, icon: 'layers', value: text }),
  });
}

function stageChoice({ name, base, line }: StageOutline, index: number): Choice<string> {
  const value = name ?? String(index);
  return { label: value, description: `FROM ${base}, line ${line + 1}`, icon: 'layers-active', value };
}

async function pickContext({ ui, services }: CommandContext, path: string): Promise<string | undefined> {
  const folders = services.workspaceFolders();
  const own = dirname(path);
  const picked = await ui.pick<string | undefined>({
    title: 'Build context',
    placeholder: 'The folder that COPY and ADD take files from',
    choices: [
      { label: 'The Dockerfile’s folder', description: own, icon: 'folder', value: own },
      ...folders.filter((folder) => folder !== own).map(folderChoice),
      { label: 'Browse…', icon: 'folder-opened', value: '' },
    ],
  });
  if (picked !== '') return picked;
  return await ui.pickPath({ title: 'Build context', kind: 'folder', start: own });
}

function folderChoice(folder: string): Choice<string> {
  return { label: `The workspace folder ${basename(folder)}`, description: folder, icon: 'root-folder', value: folder };
}

function describeArgs({ args }: DockerfileOutline, values: BuildArgs): string {
  const set = Object.entries(values).filter(([, value]) => value !== '');
  const unset = argsWithoutDefault(args).filter((name) => (values[name] ?? '') === '');
  const parts = [
    ...set.map(([name, value]) => `${name}=${isSecret(name) ? '••••' : value}`),
    ...unset.map((name) => `${name} not set`),
  ];
  if (parts.length > 0) return parts.join(', ');
  return args.length === 0 ? 'none' : 'the file’s defaults';
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
