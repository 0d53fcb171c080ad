import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../language.ts';

/** The disk, as features may look at it. What cannot be seen is not there. */
export const diskFiles: Files = {
  async kind(path) {
    try {
      const entry = await stat(path);
      return entry.isDirectory() ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  },
  async list(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return await Promise.all(
        entries.map(async (entry) => ({
          name: entry.name,
          kind: entry.isSymbolicLink()
            ? ((await diskFiles.kind(join(path, entry.name))) ?? ('file' as const))
            : entry.isDirectory()
              ? ('folder' as const)
              : ('file' as const),
        })),
      );
    } catch {
      return [];
    }
  },
};

/** Larger files than this, in bytes, are not read. */
const largest = 1_000_000;

/** What is in a file on the disk; `undefined` for what cannot be read, or is too large. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).size > largest ? undefined : await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
