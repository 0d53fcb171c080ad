import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Quiet } from '../../../server/src/lsp/quiet.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('calls once after a pause, and again after the next', () => {
  const then = vi.fn();
  const quiet = new Quiet({ pause: 100, call: then });
  vi.advanceTimersByTime(500);
  expect(then).not.toHaveBeenCalled();
  quiet.touch();
  vi.advanceTimersByTime(80);
  quiet.touch();
  vi.advanceTimersByTime(80);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  expect(then).toHaveBeenCalledTimes(1);
  quiet.touch();
  vi.advanceTimersByTime(500);
  expect(then).toHaveBeenCalledTimes(2);
});

test('is silent after its end', () => {
  const then = vi.fn();
  const quiet = new Quiet({ pause: 100, call: then });
  quiet.touch();
  quiet.dispose();
  vi.advanceTimersByTime(500);
  expect(then).not.toHaveBeenCalled();
});
