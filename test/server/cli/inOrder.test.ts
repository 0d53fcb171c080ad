import { expect, test } from 'vitest';
import { inOrder } from '../../../server/src/cli/inOrder.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) {
    await Promise.resolve();
    yield i;
  }
}

test('keeps the order, whichever is ready first, and no more under way than allowed', async () => {
  const [waiting, ended]: [(() => void)[], number[]] = [[], []];
  let [running, most] = [0, 0];
  const work = async (item: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    // Those of a window end in the opposite order.
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 3) for (const go of waiting.splice(0).reverse()) go();
    });
    running -= 1;
    ended.push(item);
    return item * 10;
  };
  const results: number[] = [];
  for await (const result of inOrder(numbers(3), { work, atATime: 3 })) results.push(result);
  expect(ended).not.toEqual([0, 1, 2]);
  expect(results).toEqual([0, 10, 20]);
  expect(most).toBe(3);
});

test('one at a time is one after the other', async () => {
  let running = 0;
  const work = async (item: number): Promise<number> => {
    running += 1;
    await Promise.resolve();
    const seen = running;
    running -= 1;
    return seen * 100 + item;
  };
  const results: number[] = [];
  for await (const result of inOrder(numbers(4), { work, atATime: 1 })) results.push(result);
  expect(results).toEqual([100, 101, 102, 103]);
});

test('a failure comes when its turn is', async () => {
  const work = (item: number): Promise<number> =>
    item === 1 ? Promise.reject(new Error('one')) : Promise.resolve(item);
  const results: number[] = [];
  await expect(async () => {
    for await (const result of inOrder(numbers(5), { work, atATime: 3 })) results.push(result);
  }).rejects.toThrow('one');
  expect(results).toEqual([0]);
});
