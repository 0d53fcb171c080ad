import { dirname, relative, resolve } from 'node:path';
import type { ComposeDocument } from '../compose/document.ts';
import { fileProblems } from '../compose/features/problems.ts';
import { ProjectLoader } from '../compose/project/loader.ts';
import { isPlainMapping, type Plain } from '../compose/project/normal/plain.ts';
import { normalProject } from '../compose/project/normal/project.ts';
import { yamlText } from '../compose/project/normal/yamlText.ts';
import type { Project } from '../compose/project/project.ts';
import { Shelf } from '../compose/project/shelf.ts';
import { Versions } from '../versions.ts';
import { diskFiles, readTextFile } from '../workspace/files.ts';
import { filePath } from '../workspace/filePath.ts';
import { oneOf, parse, UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export const configUsage = `Usage: gantry config [options]

Prints what compose makes of the files of a project together: merged, with variables replaced, in long forms and with absolute
paths. Nothing is run or fetched.

  -f, --file FILE          a compose file; those that are given again are merged over it. Without, compose.yaml and the
                           like in this folder or one above, with their override file
  -p, --project-name NAME  the name of the project
  --profile PROFILE        services of this profile run, too; can be given again, * is every one
  --env-file FILE          in the place of .env; can be given again
  --format FORMAT          yaml (default) or json

Exit status: 0 printed, 1 compose would refuse the project, 2 wrong usage, or a file that cannot be read.
`;

const options = {
  file: { type: 'string', short: 'f', multiple: true },
  'project-name': { type: 'string', short: 'p' },
  profile: { type: 'string', multiple: true },
  'env-file': { type: 'string', multiple: true },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `gantry config`. Answers the exit status; throws `UsageError`. */
export async function configCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, { options, usage: configUsage });
  if (values.help === true) {
    terminal.out(configUsage);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError('files are named with -f', configUsage);
  const format = oneOf(values.format, { option: '--format', words: ['yaml', 'json'], usage: configUsage });
  const absolute = (paths: readonly string[] = []): string[] => paths.map((path) => resolve(terminal.cwd, path));
  const [files, envFiles] = [absolute(values.file), absolute(values['env-file'])];
  for (const path of [...files, ...envFiles])
    if ((await diskFiles.kind(path)) !== 'file') throw new UsageError(`there is no file ${path}`, configUsage);
  const shelf = new Shelf(
    { files: diskFiles, readText: readTextFile },
    { versions: new Versions<ComposeDocument>(), watched: true },
  );
  const project = await find(new ProjectLoader(shelf, terminal.env), terminal.cwd, {
    ...(files.length > 0 && { files }),
    ...(envFiles.length > 0 && { envFiles }),
    ...(values.profile && { profiles: values.profile }),
    ...(values['project-name'] !== undefined && { name: values['project-name'] }),
  });
  if (!project)
    throw new UsageError('there is no compose file here or in a folder above; name one with -f', configUsage);
  const refused = await faultsOf(project, shelf, terminal);
  for (const fault of refused) terminal.err(`gantry: ${fault}\n`);
  if (refused.length > 0) return 1;
  let plain = normalProject(project, { library: shelf });
  // The env files of services are looked for while their variables are read.
  while (await shelf.fetch()) plain = normalProject(project, { library: shelf });
  const shown = escaped(plain);
  terminal.out(format === 'json' ? `${JSON.stringify(shown, undefined, 2)}\n` : yamlText(shown));
  return 0;
}

/** The project that was asked for, or that of this folder, or of the nearest one above that has one. */
async function find(
  loader: ProjectLoader,
  cwd: string,
  request: Omit<Parameters<ProjectLoader['open']>[0], 'folder'>,
): Promise<Project | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const project = await loader.open({ folder, ...request });
    if (project || dirname(folder) === folder) return project;
  }
}

/** What compose would refuse, in any of the files that are merged. */
async function faultsOf(project: Project, shelf: Shelf, { cwd }: Terminal): Promise<string[]> {
  const find = (): string[] =>
    project.merged.flatMap((document) => {
      const place = relative(cwd, filePath(document.uri) ?? document.uri);
      return fileProblems(document, { project, disk: shelf })
        .filter(({ severity }) => severity === 'error')
        .map(({ range, message }) => `${place}:${range.start.line + 1}: ${message}`);
    });
  let faults = find();
  while (await shelf.fetch()) faults = find();
  return faults;
}

/** A dollar sign is no variable any more when this is read again. */
function escaped(value: Plain): Plain {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (isPlainMapping(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, escaped(each)]));
  return Array.isArray(value) ? (value as readonly Plain[]).map(escaped) : value;
}
