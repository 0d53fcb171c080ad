import type { Clock } from '../../client/src/clock.ts';
import type { Disposable } from '../../client/src/lifecycle.ts';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told to go on. */
export class TestClock implements Clock {
  readonly #tasks = new Set<Task>();
  #now: number;

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): Disposable {
    const task = { at: this.#now + milliseconds, run };
    this.#tasks.add(task);
    return { dispose: () => this.#tasks.delete(task) };
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.#tasks.size;
  }

  /** Goes on by so many milliseconds; runs what becomes due in order, and lets what that has begun get on with it. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#tasks.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number): Task | undefined {
    return [...this.#tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Until no promise has anything left to do that does not wait for the outside. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
