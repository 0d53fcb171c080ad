import { expect, it } from 'vitest';
import { Following } from '../../../client/src/document/following.ts';

it('follows from the start', () => {
  expect(new Following().active).toBe(true);
});

it('goes on while new lines come in below, and while a reveal is still on its way', () => {
  const following = new Following();
  following.scrolled({ top: 0, bottom: 20, last: 200 }, 0);
  following.scrolled({ top: 50, bottom: 70, last: 200 }, 0);
  following.scrolled({ top: 180, bottom: 200, last: 200 }, 0);
  expect(following.active).toBe(true);
});

it('stops when the person scrolls up, and goes on when they are at the end again', () => {
  const following = new Following();
  following.scrolled({ top: 180, bottom: 200, last: 200 }, 0);
  following.scrolled({ top: 150, bottom: 170, last: 200 }, 0);
  expect(following.active).toBe(false);
  following.scrolled({ top: 160, bottom: 180, last: 300 }, 0);
  expect(following.active).toBe(false);
  expect(following.scrolled({ top: 280, bottom: 300, last: 300 }, 0)).toBeUndefined();
  expect(following.active).toBe(true);
});

it('goes back where the person was when a reveal overtakes their scrolling', () => {
  const following = new Following();
  following.scrolled({ top: 180, bottom: 200, last: 200 }, 0);
  following.revealed(1000);
  following.scrolled({ top: 10, bottom: 30, last: 210 }, 1020);
  expect(following.scrolled({ top: 190, bottom: 210, last: 210 }, 1040)).toBe(10);
  following.scrolled({ top: 10, bottom: 30, last: 210 }, 1060);
  expect(following.active).toBe(false);
  expect(following.scrolled({ top: 190, bottom: 210, last: 210 }, 3000)).toBeUndefined();
  expect(following.active).toBe(true);
});

it('does not take lines that were dropped at the start for scrolling up', () => {
  const following = new Following();
  following.scrolled({ top: 180, bottom: 200, last: 200 }, 0);
  following.shifted();
  following.scrolled({ top: 100, bottom: 120, last: 150 }, 0);
  expect(following.active).toBe(true);
});
