import { expect, it } from 'vitest';
import { formatBytes, formatCount, formatDuration, formatNames } from '../../../client/src/ui/format.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [999_999, '1 MB'],
  [1_234_567, '1.23 MB'],
  [12_345_678, '12.3 MB'],
  [1_200_000_000_000, '1.2 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [420, '0.4 s'],
  [12_345, '12.3 s'],
  [59_999, '60.0 s'],
  [185_000, '3 min 5 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

it('counts and lists', () => {
  expect(formatCount(1, 'image')).toBe('1 image');
  expect(formatCount(0, 'image')).toBe('0 images');
  expect(formatNames(['a'])).toBe('a');
  expect(formatNames(['a', 'b', 'c', 'd'])).toBe('a, b, c and d');
  expect(formatNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
