import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { ComposeOutline } from '../../../../server/src/protocol/requests.ts';
import type { ComposeProject } from '../../compose/commandLine.ts';
import type { Container } from '../../engine/model.ts';
import { projectOf } from '../../tree/nodes/compose.ts';
import type { CommandContext, ComposeTarget } from '../command.ts';

/** A project as a command works on it. */
export interface OpenProject extends ComposeProject {
  /** Empty: all. */
  readonly services: readonly string[];
  /** As the server reads its first file; without services and profiles where there is none, or it cannot be read. */
  readonly outline: ComposeOutline;
}

/** What Compose takes up by itself in a folder. */
const expected: ReadonlySet<string> = new Set(
  ['compose', 'docker-compose'].flatMap((name) =>
    ['yaml', 'yml'].flatMap((end) => [`${name}.${end}`, `${name}.override.${end}`]),
  ),
);

/**
 * Which files, folder and name a target stands for. Where only containers tell of a project, their labels do; a text says what is
 * missing for that.
 */
export async function openProject(context: CommandContext, target: ComposeTarget): Promise<OpenProject | string> {
  return target.path === undefined ? await fromLabels(context, target) : await fromFile(context, target);
}

async function fromFile(
  context: CommandContext,
  { path, services = [] }: Extract<ComposeTarget, { path: string }>,
): Promise<OpenProject> {
  const folder = folderOf(path, context);
  const set = context.services.setting('gantry.compose.files').map((file) => absolute(file, folder));
  const chosen = set.includes(path) ? set : [path];
  const [first = path] = chosen;
  const outline = await outlineOf(context, first);
  return {
    name: outline.name,
    directory: dirname(first),
    files: chosen.length === 1 && expected.has(basename(path)) ? [] : chosen,
    envFiles: context.services.setting('gantry.compose.envFiles').map((file) => absolute(file, folder)),
    named: false,
    services,
    outline,
  };
}

const label = (name: string): string => `com.docker.compose.project.${name}`;

async function fromLabels(
  context: CommandContext,
  { project, containers, services = [] }: Extract<ComposeTarget, { project: string }>,
): Promise<OpenProject | string> {
  const labels = containers
    .map((container) => container.labels)
    .find((all) => all[label('config_files')] !== undefined);
  const directory = labels?.[label('working_dir')] ?? '';
  const files = paths(labels?.[label('config_files')], directory);
  const [first] = files;
  if (first === undefined || !isAbsolute(directory)) return `No label of ${project} tells its compose file.`;
  for (const file of files)
    if (!(await context.services.fileExists(file)))
      return `${file}, from which ${project} was made, is not on this machine.`;
  return {
    name: project,
    directory,
    files,
    envFiles: paths(labels?.[label('environment_file')], directory),
    named: true,
    services,
    outline: await outlineOf(context, first),
  };
}

/** The project's containers, as far as the store knows them. */
export function containersOf({ store }: Pick<CommandContext, 'store'>, name: string): Container[] {
  return [...store.containers.values()].filter((container) => projectOf(container) === name);
}

/** Files of a project that are in no folder of the workspace: what they say was not asked for by opening it. */
export function foreignFiles({ services }: Pick<CommandContext, 'services'>, { files }: ComposeProject): string[] {
  const roots = services.workspaceFolders();
  return files.filter((file) => !roots.some((root) => isInside(file, root)));
}

/** Without the language server there are no services and profiles to choose from; the rest works. */
async function outlineOf({ services, ui }: CommandContext, path: string): Promise<ComposeOutline> {
  try {
    return await services.composeOutline(path);
  } catch (error) {
    ui.log.warn(`The services of ${path} could not be read: ${String(error)}`);
    return { name: nameOf(dirname(path)), files: [], services: [] };
  }
}

/** As compose makes a project's name of a folder's. */
function nameOf(folder: string): string {
  return basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/gu, '')
    .replace(/^[_-]+/u, '');
}

function folderOf(path: string, { services }: CommandContext): string {
  return services.workspaceFolders().find((root) => isInside(path, root)) ?? dirname(path);
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** A label's list; old versions of Compose write the paths from the project's folder. */
function paths(list: string | undefined, directory: string): string[] {
  const entries = (list ?? '').split(',').filter((entry) => entry !== '');
  return entries.map((entry) => absolute(entry, directory));
}

function absolute(path: string, folder: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

/** The file of a target to look at; the person is told where there is none. */
export async function fileOf(context: CommandContext, target: ComposeTarget | undefined): Promise<string | undefined> {
  if (target?.path !== undefined || !target) return target?.path;
  const project = await openProject(context, target);
  if (typeof project !== 'string') return project.files[0];
  await context.ui.notify({ severity: 'info', text: project });
  return undefined;
}
