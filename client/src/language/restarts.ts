/** Decides whether a server that died is started again: not when it dies too often in a short time. */
export interface RestartLimit {
  /** So many deaths in `within` milliseconds are too many. */
  readonly deaths: number;
  readonly within: number;
}

/** Counts the deaths of one server. `now` is a monotonic clock in milliseconds. */
export class Restarts {
  readonly #limit: RestartLimit;
  readonly #now: () => number;
  #deaths: number[] = [];

  constructor(limit: RestartLimit, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Notes a death; whether to start again. */
  died(): boolean {
    const now = this.#now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < this.#limit.within), now];
    return this.#deaths.length < this.#limit.deaths;
  }
}
