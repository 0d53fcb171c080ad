import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../../scripts/provision/lock.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('runs one at a time, and lets go after a failure', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'made/on/the/way/x.lock');
  const order: string[] = [];
  let second: Promise<number> | undefined;
  const first = withLock(path, async () => {
    order.push('first in');
    second = withLock(path, () => {
      order.push('second');
      return Promise.resolve(2);
    });
    await Promise.resolve();
    order.push('first out');
    throw new Error('mine');
  });
  await expect(first).rejects.toThrow('mine');
  expect(await second).toBe(2);
  expect(order).toEqual(['first in', 'first out', 'second']);
  expect(existsSync(path)).toBe(false);
});

test('takes over the lock of a process that is gone', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'x.lock');
  // No process has a number beyond Linux's largest pid_max (2^22).
  await writeFile(path, '4194305');
  expect(await withLock(path, () => Promise.resolve('in'))).toBe('in');
});
