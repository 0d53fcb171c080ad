import { expect, test } from 'vitest';
import { NdjsonReader } from '../../../client/src/engine/stream/ndjson.ts';

function read(chunks: Iterable<Uint8Array>): { values: unknown[]; bad: string[] } {
  const bad: string[] = [];
  const reader = new NdjsonReader((line) => bad.push(line));
  const values: unknown[] = [];
  for (const chunk of chunks) values.push(...reader.push(chunk));
  values.push(...reader.end());
  return { values, bad };
}

test('reads values, however characters and lines are cut', () => {
  const text = Buffer.from('{"a":"ü日本🚀"}\r\n\n{"b":[1,2]}\nnull\n{"last":true}');
  const expected = { values: [{ a: 'ü日本🚀' }, { b: [1, 2] }, null, { last: true }], bad: [] };
  for (let size = 1; size <= text.length; size += 1) {
    const chunks = [];
    for (let at = 0; at < text.length; at += size) chunks.push(text.subarray(at, at + size));
    expect(read(chunks)).toEqual(expected);
  }
});

test('a broken line costs itself only', () => {
  expect(read([Buffer.from('{"a":1}\n{"b":\nnot json\n{"c":3}\n')])).toEqual({
    values: [{ a: 1 }, { c: 3 }],
    bad: ['{"b":', 'not json'],
  });
});

test('a very long line in many chunks', () => {
  const text = Buffer.from(`${JSON.stringify('x'.repeat(3_000_000))}\n`);
  const chunks = Array.from({ length: 3001 }, (_, n) => text.subarray(n * 1000, (n + 1) * 1000));
  expect(read(chunks).values).toEqual(['x'.repeat(3_000_000)]);
});
