import { expect, test } from 'vitest';
import { mayBe, since } from '../../../client/src/store/since.ts';

const now = Date.UTC(2026, 0, 1);
const minute = 60_000;

test.each([
  ['Up Less than a second', 0],
  ['Up 1 second', 1000],
  ['Up 59 seconds (health: starting)', 59_000],
  ['Up About a minute', minute],
  ['Up 3 minutes (healthy)', 3 * minute],
  ['Up About an hour (Paused)', 60 * minute],
  ['Exited (137) 2 hours ago', 120 * minute],
  ['Exited (0) 13 days ago', 13 * 24 * 60 * minute],
  ['Restarting (1) 5 seconds ago', 5000],
  ['Exited (255) 3 weeks ago', 21 * 24 * 60 * minute],
  ['Exited (1) 2 years ago', 2 * 365 * 24 * 60 * minute],
])('%s', (status, ago) => {
  expect(since(status, now)?.at).toBe(now - ago);
});

test.each(['Created', 'Dead', '', 'Removal In Progress', 'Exited (0)'])('"%s" tells no moment', (status) => {
  expect(since(status, now)).toBeUndefined();
});

test('a later reading of the same state may be the same moment, another start is not', () => {
  const started = now - 59_000;
  expect(mayBe(started, since('Up About a minute', now + minute)!)).toBe(true);
  expect(mayBe(started, since('Up 2 minutes', now + 90_000)!)).toBe(true);
  expect(mayBe(started, since('Up 2 seconds', now + minute)!)).toBe(false);
});
