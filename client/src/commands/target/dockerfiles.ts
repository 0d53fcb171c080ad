import { basename, dirname, relative } from 'node:path';
import type { Choice } from '../../ui/ui.ts';
import type { CommandServices, Targets } from '../command.ts';

const glob = '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.dockerfile,*.Dockerfile,*.containerfile}';
/** `Dockerfile.dockerignore` goes with a Dockerfile and is none. */
const ignoreFile = /\.(?:docker|container)ignore$/u;

/** The workspace's Dockerfiles, the one in the editor first. */
export async function dockerfileChoices(services: CommandServices): Promise<Choice<Targets['dockerfile']>[]> {
  const active = services.activeDockerfile();
  const found = (await services.findFiles(glob)).filter((path) => !ignoreFile.test(path) && path !== active);
  const paths = [...(active === undefined ? [] : [active]), ...found.sort((a, b) => a.localeCompare(b))];
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
