import { expect, test } from 'vitest';
import { ImageReader } from '../../../server/src/workspace/imageReader.ts';
import type { ImageInUse } from '../../../server/src/protocol/requests.ts';
import { imagesInUse } from '../../support/imagesInUse.ts';

type Answer = readonly ImageInUse[] | undefined;

/** An engine that answers when the test says so, and a clock. */
function engine(): {
  readonly reader: ImageReader;
  readonly asked: (readonly string[])[];
  readonly answer: (images: Answer | Error) => void;
  readonly pass: (ms: number) => void;
} {
  const asked: (readonly string[])[] = [];
  const waiting: ((images: Answer | Error) => void)[] = [];
  let now = 0;
  const inUse = (references: readonly string[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      asked.push(references);
      waiting.push((images) => {
        if (images instanceof Error) reject(images);
        else resolve(images);
      });
    });
  return {
    reader: new ImageReader({ inUse }, () => now),
    asked,
    answer: (images) => waiting.shift()?.(images),
    pass: (ms) => {
      now += ms;
    },
  };
}

const [node] = imagesInUse({ 'node:22': { tags: [['22', 1]] } }).values();
const newer = [...imagesInUse({ 'node:22': { tags: [['22', 2]] } }).values()];
const there = node ? [node] : [];

test('answers at once with nothing, and says when more is known', async () => {
  const { reader, answer, asked } = engine();
  const first = reader.look(['node:22', 'a']);
  expect(first.known.size).toBe(0);
  answer(there);
  expect(await first.rest).toBe(true);
  const second = reader.look(['node:22', 'a']);
  expect([...second.known.keys()]).toEqual(['node:22']);
  expect(second.rest).toBeUndefined();
  expect(asked).toEqual([['node:22', 'a']]);
});

test('whoever asks meanwhile waits for the same answer', async () => {
  const { reader, answer, asked } = engine();
  reader.look(['node:22']);
  const other = reader.look(['node:22', 'a']);
  expect(asked).toEqual([['node:22'], ['a']]);
  answer(there);
  answer([]);
  expect(await other.rest).toBe(true);
});

test('what is old is asked for again, and known until the answer comes', async () => {
  const { reader, answer, pass } = engine();
  const first = reader.look(['node:22']);
  answer(there);
  await first.rest;
  pass(11_000);
  const again = reader.look(['node:22']);
  expect(again.known.get('node:22')).toEqual(node);
  answer(there);
  expect(await again.rest).toBe(false);
  pass(11_000);
  const changed = reader.look(['node:22']);
  answer(newer);
  expect(await changed.rest).toBe(true);
  expect([...reader.look(['node:22']).known.values()]).toEqual(newer);
});

test.each([
  ['no engine', undefined],
  ['an error', new Error('no')],
])('%s is no news', async (_, nothing) => {
  const { reader, answer, pass } = engine();
  const first = reader.look(['node:22']);
  answer(there);
  await first.rest;
  pass(11_000);
  const second = reader.look(['node:22']);
  answer(nothing);
  expect(await second.rest).toBe(false);
  expect(reader.look(['node:22']).known.size).toBe(1);
});
