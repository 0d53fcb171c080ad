import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Real Dockerfiles beside the repository, or where `GANTRY_CORPUS` says; absent on most machines. */
const folder = process.env['GANTRY_CORPUS'] ?? resolve(import.meta.dirname, '../../../shared/corpus');

/** Why there is nothing to test with, `undefined` when there is. */
export function corpusMissing(): string | undefined {
  return existsSync(join(folder, 'dockerfiles')) ? undefined : `no corpus of Dockerfiles in ${folder}`;
}

/** The Dockerfiles of the corpus, path and text; what is not UTF-8 text is left out. */
export async function corpusDockerfiles(): Promise<{ readonly path: string; readonly text: string }[]> {
  const entries = await readdir(join(folder, 'dockerfiles'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /dockerfile/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
