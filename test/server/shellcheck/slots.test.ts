import { expect, test } from 'vitest';
import { Slots } from '../../../server/src/shellcheck/slots.ts';

test('goes on after a failure, in order', async () => {
  const slots = new Slots(1);
  const order: number[] = [];
  const work = [1, 2, 3].map((n) =>
    slots.run(async () => {
      order.push(n);
      await Promise.resolve();
      if (n === 1) throw new Error('one');
    }),
  );
  expect(await Promise.allSettled(work)).toMatchObject([
    { status: 'rejected' },
    { status: 'fulfilled' },
    { status: 'fulfilled' },
  ]);
  expect(order).toEqual([1, 2, 3]);
});
