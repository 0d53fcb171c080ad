import { expect, test } from 'vitest';
import { formatAgo, formatElapsed } from '../../../client/src/ui/elapsed.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

test.each([
  [0, 'a moment'],
  [59_999, 'a moment'],
  [minute, '1 minute'],
  [59 * minute, '59 minutes'],
  [60 * minute, '1 hour'],
  [47 * 60 * minute, '47 hours'],
  [2 * day, '2 days'],
  [13 * day, '13 days'],
  [14 * day, '2 weeks'],
  [59 * day, '8 weeks'],
  [60 * day, '2 months'],
  [729 * day, '24 months'],
  [730 * day, '2 years'],
])('%i ms is %s', (span, text) => {
  expect(formatElapsed(span)).toBe(text);
});

test('what lies in the future by another clock is now', () => {
  expect(formatAgo(1000, 0)).toBe('a moment ago');
});
