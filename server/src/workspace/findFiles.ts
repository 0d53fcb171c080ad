import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Folders that hold other people's files. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'vendor']);

/**
 * The files under a path, in a stable order: itself when it is a file, else those whose base name is wanted, in it and its
 * folders. Links to folders are not followed. Paths begin as the given one does. Throws what `stat` throws.
 */
export async function* findFiles(
  path: string,
  { cwd, wanted }: { readonly cwd: string; readonly wanted: (name: string) => boolean },
): AsyncIterable<string> {
  if (!(await stat(resolve(cwd, path))).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(resolve(cwd, path), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* findFiles(join(path, entry.name), { cwd, wanted });
    else if (entry.isFile() && wanted(entry.name)) yield join(path, entry.name);
  }
}
