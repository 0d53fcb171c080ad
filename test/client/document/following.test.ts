import { expect, it } from 'vitest';
import { Following } from '../../../client/src/document/following.ts';

it('follows from the start', () => {
  expect(new Following().active).toBe(true);
});

it('goes on while new lines come in below, and while a reveal is still on its way', () => {
  const following = new Following();
  following.scrolled({ top: 0, bottom: 20, last: 200 });
  following.scrolled({ top: 50, bottom: 70, last: 200 });
  following.scrolled({ top: 180, bottom: 200, last: 200 });
  expect(following.active).toBe(true);
});

it('stops when the person scrolls up, and goes on when the end is in sight again', () => {
  const following = new Following();
  following.scrolled({ top: 180, bottom: 200, last: 200 });
  following.scrolled({ top: 150, bottom: 170, last: 200 });
  expect(following.active).toBe(false);
  following.scrolled({ top: 160, bottom: 180, last: 300 });
  expect(following.active).toBe(false);
  following.scrolled({ top: 280, bottom: 300, last: 300 });
  expect(following.active).toBe(true);
});

it('does not take lines that were dropped at the start for scrolling up', () => {
  const following = new Following();
  following.scrolled({ top: 180, bottom: 200, last: 200 });
  following.shifted();
  following.scrolled({ top: 100, bottom: 120, last: 150 });
  expect(following.active).toBe(true);
});
