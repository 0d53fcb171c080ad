import { expect, test } from 'vitest';
import { Disposables, Emitter } from '../../client/src/lifecycle.ts';

test('a listener that throws does not stop the others', () => {
  const errors: unknown[] = [];
  const heard: number[] = [];
  const emitter = new Emitter<number>((error) => errors.push(error));
  emitter.event(() => {
    throw new Error('mine');
  });
  emitter.event((value) => heard.push(value));
  emitter.fire(1);
  expect(heard).toEqual([1]);
  expect(errors).toHaveLength(1);
});

test('the same listener twice is two subscriptions', () => {
  const heard: number[] = [];
  const emitter = new Emitter<number>();
  const listen = (value: number): void => {
    heard.push(value);
  };
  const first = emitter.event(listen);
  emitter.event(listen);
  first.dispose();
  emitter.fire(7);
  expect(heard).toEqual([7]);
});

test('disposes in reverse order, once, and at once what comes late', () => {
  const order: string[] = [];
  const all = new Disposables();
  all.add({ dispose: () => order.push('a') });
  all.add({ dispose: () => order.push('b') });
  all.dispose();
  all.dispose();
  all.add({ dispose: () => order.push('late') });
  expect(order).toEqual(['b', 'a', 'late']);
});
