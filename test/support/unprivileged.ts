import { chown } from 'node:fs/promises';

const nobody = 65_534;

/**
 * Runs a task as a user who may not do everything: as nobody when the tests run as root, else as ourselves. `folder` is
 * given to that user first, but not what is in it.
 */
export async function asUnprivileged(folder: string, task: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) {
    await task();
    return;
  }
  await chown(folder, nobody, nobody);
  process.seteuid?.(nobody);
  try {
    await task();
  } finally {
    process.seteuid?.(0);
  }
}
