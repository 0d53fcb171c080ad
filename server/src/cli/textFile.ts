import { randomBytes } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Reads a file as UTF-8; a byte order mark stays. Throws what reading throws. */
export async function readTextFile(path: string): Promise<{ readonly text: string; readonly utf8: boolean }> {
  const bytes = await readFile(path);
  const text = bytes.toString('utf8');
  // What is not UTF-8 was replaced, and would be lost when the text is written back.
  return { text, utf8: Buffer.from(text, 'utf8').equals(bytes) };
}

/**
 * Replaces a file's text in one step, so that nobody ever sees half of it; its mode stays, and a link stays a link.
 * Throws what writing throws; the file is then as it was.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode });
    // The mask of the process does not count here.
    await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
