import { dirname, isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filePath } from './filePath.ts';

/** The folder of a document; `undefined` when it is not on a disk. */
export function folderOf(uri: string): string | undefined {
  const path = filePath(uri);
  return path === undefined ? undefined : dirname(path);
}

/** The absolute path of what a file names, from a folder; `undefined` for what is remote, in a home, or has variables in it. */
export function pathIn(folder: string, ...parts: readonly string[]): string | undefined {
  const remote = (path: string): boolean =>
    path.includes('$') || path.startsWith('~') || /^[\w+.-]+:\/\/|^git@|^[a-z][\w+.-]+:/i.test(path);
  return parts.some(remote)
    ? undefined
    : resolve(folder, ...parts.map((part) => (isAbsolute(part) ? part : `./${part}`)));
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
