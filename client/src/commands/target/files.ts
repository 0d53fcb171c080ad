import { basename, dirname, relative } from 'node:path';
import type { Choice } from '../../ui/ui.ts';
import type { CommandServices } from '../command.ts';

const dockerfiles =
  '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.dockerfile,*.Dockerfile,*.containerfile}';
/** `Dockerfile.dockerignore` goes with a Dockerfile and is none. */
const ignoreFile = /\.(?:docker|container)ignore$/u;

/** VS Code's own patterns for the language. */
const composeFiles =
  '**/{compose.yml,compose.yaml,compose.*.yml,compose.*.yaml,*docker*compose*.yml,*docker*compose*.yaml}';

/** The workspace's Dockerfiles, the one in the editor first. */
export async function dockerfileChoices(services: CommandServices): Promise<Choice<{ readonly path: string }>[]> {
  const found = await services.findFiles(dockerfiles);
  const kept = found.filter((path) => !ignoreFile.test(path));
  return fileChoices(kept, { active: services.activeDockerfile(), services });
}

/** The workspace's compose files, the one in the editor first. */
export async function composeFileChoices(services: CommandServices): Promise<Choice<{ readonly path: string }>[]> {
  return fileChoices(await services.findFiles(composeFiles), { active: services.activeComposeFile(), services });
}

function fileChoices(
  found: readonly string[],
  { active, services }: { readonly active: string | undefined; readonly services: CommandServices },
): Choice<{ readonly path: string }>[] {
  const others = found.filter((path) => path !== active).sort((a, b) => a.localeCompare(b));
  const paths = [...(active === undefined ? [] : [active]), ...others];
  return paths.map((path) => ({
    label: basename(path),
    description: folderInWorkspace(path, services.workspaceFolders()),
    icon: 'file-code',
    value: { path },
  }));
}

/** A folder by its place in the workspace; the workspace's own folder by its name. */
export function folderName(folder: string, folders: readonly string[]): string {
  const inside = folderInWorkspace(`${folder}/x`, folders);
  return inside === '.' ? basename(folder) : inside;
}

/** The file's folder, from the workspace folder it is in; with several of those, with its name. */
export function folderInWorkspace(path: string, folders: readonly string[]): string {
  const folder = dirname(path);
  const root = folders.find((root) => !relative(root, path).startsWith('..'));
  if (root === undefined) return folder;
  const inside = relative(root, folder).replaceAll('\\', '/');
  return [...(folders.length > 1 ? [basename(root)] : []), ...(inside === '' ? [] : [inside])].join('/') || '.';
}
