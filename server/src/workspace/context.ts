import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../language.ts';

/**
 * A search for the files that a Dockerfile takes from its build context; answers URIs. The context is the folder of the
 * nearest `.dockerignore`, or the Dockerfile's own; which one a build is really given is not in the file, so both are
 * looked into. `undefined` where there is no such file, and for what leads out of the context.
 */
export function contextFiles(uri: string, files: Files): (path: string) => Promise<string | undefined> {
  const own = folderOf(uri);
  if (own === undefined) return () => Promise.resolve(undefined);
  let folders: Promise<ReadonlySet<string>> | undefined;
  return async (path) => {
    folders ??= ignoringFolder(own, files).then((folder) => new Set([folder ?? own, own]));
    for (const folder of await folders) {
      const file = join(folder, path);
      const inside = relative(folder, file);
      if (inside.startsWith('..') || isAbsolute(inside)) continue;
      if ((await files.kind(file)) === 'file') return pathToFileURL(file).href;
    }
    return undefined;
  };
}

/** The first folder with a `.dockerignore`, upwards. */
async function ignoringFolder(folder: string, files: Files): Promise<string | undefined> {
  if ((await files.kind(join(folder, '.dockerignore'))) === 'file') return folder;
  const above = dirname(folder);
  return above === folder ? undefined : await ignoringFolder(above, files);
}

function folderOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? dirname(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}
