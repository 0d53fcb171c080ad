import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface CorpusFile {
  /** From the folder that was searched. */
  readonly path: string;
  readonly text: string;
}

/** Where real Dockerfiles are: `GANTRY_CORPUS`, or beside the repository; `undefined` on most machines. */
const folder = [process.env['GANTRY_CORPUS'], resolve(import.meta.dirname, '../../../shared/corpus')].find(
  (path) => path !== undefined && existsSync(join(path, 'dockerfiles')),
);

/** The real Dockerfiles, none where there are none: what holds for them is tested with texts of our own as well. */
export async function corpusDockerfiles(): Promise<readonly CorpusFile[]> {
  return folder === undefined ? [] : dockerfilesIn(join(folder, 'dockerfiles'));
}

/** The real compose files, none where there are none. */
export async function corpusComposeFiles(): Promise<readonly CorpusFile[]> {
  return folder === undefined ? [] : filesIn(join(folder, 'compose'), /\.ya?ml$/);
}

/** Every Dockerfile in a folder and those below it. */
export async function dockerfilesIn(path: string): Promise<readonly CorpusFile[]> {
  return filesIn(path, /dockerfile/i);
}

async function filesIn(path: string, names: RegExp): Promise<readonly CorpusFile[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (file) => ({ path: file.slice(path.length + 1), text: await readFile(file, 'utf8') })),
  );
}
