import { expect, test } from 'vitest';
import { FrameReader } from '../../../client/src/engine/stream/frames.ts';

function frame(type: number, text: string): Buffer {
  const data = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = type;
  header.writeUInt32BE(data.length, 4);
  return Buffer.concat([header, data]);
}

function read(chunks: Iterable<Uint8Array>): { stdout: string; stderr: string } {
  const reader = new FrameReader();
  const found = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  for (const chunk of chunks) for (const { data, stream } of reader.push(chunk)) found[stream].push(data);
  return { stdout: Buffer.concat(found.stdout).toString(), stderr: Buffer.concat(found.stderr).toString() };
}

const bytes = Buffer.concat([frame(1, 'grüße\n'), frame(2, 'oh\n'), frame(1, ''), frame(3, 'engine'), frame(0, 'in')]);
const expected = { stdout: 'grüße\nin', stderr: 'oh\nengine' };

test('takes frames apart, however they are cut', () => {
  expect(read([bytes])).toEqual(expected);
  for (let size = 1; size < bytes.length; size += 1) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(read(chunks)).toEqual(expected);
  }
});

test('many small frames in one chunk, and a frame of many megabytes in many', () => {
  const small = Buffer.concat(Array.from({ length: 20_000 }, () => frame(1, 'x\n')));
  expect(read([small]).stdout.length).toBe(40_000);
  const big = frame(2, 'y'.repeat(8_000_000));
  const chunks = Array.from({ length: 200 }, (_, n) => big.subarray(n * 45_000, (n + 1) * 45_000));
  expect(read(chunks).stderr.length).toBe(8_000_000);
});
