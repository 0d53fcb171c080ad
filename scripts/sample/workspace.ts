import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The sample workspace, as it stands in the repository. */
export const sample = resolve(import.meta.dirname, '../../samples/web');

export interface WorkspaceOptions {
  readonly fresh: boolean;
  /** The sample when absent. */
  readonly from?: string;
}

/**
 * A copy of the sample to play with, kept from run to run. It is copied anew when `fresh`, when there is none yet, or
 * when the sample has changed and the copy has not been touched.
 */
export async function provideWorkspace(folder: string, { fresh, from = sample }: WorkspaceOptions): Promise<void> {
  const stamp = `${folder}.stamp`;
  const [source, copied, kept] = await Promise.all([
    contentHash(from),
    readFile(stamp, 'utf8').catch(() => ''),
    contentHash(folder),
  ]);
  const untouched = kept === copied;
  if (!fresh && kept !== '' && (source === copied || !untouched)) return;
  await rm(folder, { recursive: true, force: true });
  await cp(from, folder, { recursive: true });
  await writeFile(stamp, await contentHash(folder));
}

/** Of the files' names and contents; empty when there is no such folder. */
async function contentHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) return '';
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file.slice(folder.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}
