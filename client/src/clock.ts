import type { Disposable } from './lifecycle.ts';

/** Time, as far as our code may know it; tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `task` once, after `milliseconds`, unless disposed before. */
  after(milliseconds: number, task: () => void): Disposable;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return {
      dispose: () => {
        clearTimeout(timer);
      },
    };
  },
};
