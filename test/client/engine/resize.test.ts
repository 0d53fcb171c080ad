import { expect, test } from 'vitest';
import type { TerminalSize } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { resizer } from '../../../client/src/engine/session/resize.ts';

const size = (columns: number): TerminalSize => ({ columns, rows: 1 });
const fail = (error: unknown): Error => error as Error;

test('one size at a time, and of those that come meanwhile only the newest', async () => {
  const sent: number[] = [];
  const answers: (() => void)[] = [];
  const resize = resizer({
    send: ({ columns }) => {
      sent.push(columns);
      return new Promise<void>((resolve) => answers.push(resolve));
    },
    fail,
  });
  const all = [resize(size(1)), resize(size(2)), resize(size(3))];
  expect(sent).toEqual([1]);
  answers.shift()?.();
  await expect.poll(() => sent).toEqual([1, 3]);
  answers.shift()?.();
  await Promise.all(all);
  const later = resize(size(4));
  expect(sent).toEqual([1, 3, 4]);
  answers.shift()?.();
  await later;
});

test('a size that comes too early or too late is no error, and one that fails does not hold up the next', async () => {
  const sent: number[] = [];
  const errors = [new EngineError('conflict', 'not running'), new Error('gone')];
  const resize = resizer({
    send: ({ columns }) => {
      sent.push(columns);
      const error = errors.shift();
      return error ? Promise.reject(error) : Promise.resolve();
    },
    fail,
  });
  await expect(resize(size(1))).resolves.toBeUndefined();
  await expect(resize(size(2))).rejects.toThrow('gone');
  await expect(resize(size(3))).resolves.toBeUndefined();
  expect(sent).toEqual([1, 2, 3]);
});
