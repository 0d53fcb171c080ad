import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs the work while holding the lock file `path`, so that two runs at once do it one after the other. A lock whose
 * process is gone (killed, switched off) is taken over.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    await removeDead(path);
    await delay(200);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeDead(path: string): Promise<void> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  // Empty: its owner is just writing its number.
  if (owner === 0 || isAlive(owner)) return;
  // Of several that see the same dead owner one moves the file away; the others find it gone or somebody's new one.
  const grave = `${path}.${process.pid}`;
  await rename(path, grave).catch(() => {});
  await rm(grave, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
