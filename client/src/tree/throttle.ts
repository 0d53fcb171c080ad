import type { Clock } from '../clock.ts';
import type { Disposable } from '../lifecycle.ts';
import type { Row, RowChange } from './rows.ts';

/**
 * VS Code waits for 200 ms of quiet before it draws a second change, so a steady stream of changes would never be drawn:
 * the first change passes at once, and those that follow are gathered for this long, in milliseconds.
 */
const interval = 250;

/** Gathers changes of rows into as few as VS Code can draw. `undefined` means everything. */
export class Throttle implements Disposable {
  readonly #clock: Clock;
  readonly #fire: (change: Row[] | undefined) => void;
  #gathered: Set<Row> | 'all' = new Set();
  #timer: Disposable | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, fire: (change: Row[] | undefined) => void) {
    this.#clock = clock;
    this.#fire = fire;
  }

  add(change: RowChange): void {
    if (change.all) this.#gathered = 'all';
    else if (this.#gathered !== 'all') for (const row of change.rows) this.#gathered.add(row);
    if (this.#gathered !== 'all' && this.#gathered.size === 0) return;
    this.#timer ??= this.#wait();
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#gathered = new Set();
  }

  #wait(): Disposable | undefined {
    const rest = this.#last + interval - this.#clock.now();
    if (rest > 0) return this.#clock.after(rest, () => this.#flush());
    this.#flush();
    return undefined;
  }

  #flush(): void {
    const gathered = this.#gathered;
    this.#timer = undefined;
    this.#gathered = new Set();
    this.#last = this.#clock.now();
    this.#fire(gathered === 'all' ? undefined : [...gathered]);
  }
}
