import { expect, test } from 'vitest';
import { PrefixColors } from '../../../client/src/document/prefixes.ts';

test('each name gets a color of its own, the same wherever it stands', () => {
  const colors = new PrefixColors(2);
  expect(colors.of(['web-1 | a | b', 'db-1  | x', 'no prefix', 'mail-1 | y'], 10)).toEqual([
    { line: 10, length: 7, color: 0 },
    { line: 11, length: 7, color: 1 },
    { line: 13, length: 8, color: 0 },
  ]);
  expect(colors.of(['db-1 | again'], 0)).toEqual([{ line: 0, length: 6, color: 1 }]);
});
