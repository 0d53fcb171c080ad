import { expect, test } from 'vitest';
import { asNumber, asText, MessageWriter, readFields } from '../../../../client/src/engine/build/protobuf.ts';

test('writes what the specification gives as examples', () => {
  expect(new MessageWriter().number(1, 150).finish()).toEqual(Buffer.from('089601', 'hex'));
  expect(new MessageWriter().text(2, 'testing').finish()).toEqual(Buffer.from('120774657374696e67', 'hex'));
  const inner = new MessageWriter().number(1, 150).finish();
  expect(new MessageWriter().message(3, inner).finish()).toEqual(Buffer.from('1a03089601', 'hex'));
});

test('reads back numbers of every size', () => {
  const numbers = [1, 127, 128, 300, 2 ** 31, 2 ** 32 - 1, 2 ** 53 - 1, -1, -42];
  for (const number of numbers) {
    const [field] = [...readFields(new MessageWriter().number(5, number).finish())];
    expect(field!.number).toBe(5);
    expect(asNumber(field!.value)).toBe(number);
  }
  const nanoseconds = 1_795_204_061_234_567_891n;
  expect([...readFields(new MessageWriter().number(16, nanoseconds).finish())]).toEqual([
    { number: 16, value: nanoseconds },
  ]);
});

test('keeps the order of repeated fields, skips fixed-width ones, leaves empty ones out', () => {
  const fixed = Buffer.from('0d01020304110102030405060708', 'hex');
  const message = Buffer.concat([
    fixed,
    new MessageWriter().text(3, 'ä').text(3, '').text(3, 'b').number(4, 0).finish(),
  ]);
  expect([...readFields(message)].map(({ number, value }) => [number, asText(value)])).toEqual([
    [3, 'ä'],
    [3, 'b'],
  ]);
});

test('refuses what is cut off', () => {
  const whole = new MessageWriter().text(1, 'hello').number(2, 300).finish();
  for (let length = 1; length < whole.length; length += 1) {
    if (length === 7) continue;
    expect(() => [...readFields(whole.subarray(0, length))], `${length} bytes`).toThrow(RangeError);
  }
  expect(() => [...readFields(Buffer.from('0b', 'hex'))]).toThrow(/wire type 3/);
  expect(() => [...readFields(Buffer.alloc(20, 0xff))]).toThrow(RangeError);
});
