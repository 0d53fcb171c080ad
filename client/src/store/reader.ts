import type { EngineEvent } from '../engine/model.ts';
import type { Disposable } from '../lifecycle.ts';
import { readContainers, readWhole, type Outcome, type ReadingOptions } from './reading.ts';
import { allUnchanged } from './snapshot.ts';
import { Stale } from './stale.ts';
import { parts, type Changed, type Failures, type Part } from './store.ts';

/** After an event: how long to wait for its companions (`kill`, `die`, `stop` come together), in milliseconds. */
const settle = 20;
/** The least time between two readings, so that a stream of events costs ten readings a second and no more. */
const interval = 100;
/** In a batch of this many events the engine may have dropped some. */
const flood = 100;
/**
 * Until what is in doubt is read again, in milliseconds; what failed waits twice as long each time, up to half a minute
 * for a list that fails by itself. When nothing can be listed it is the engine that is unwell, and may be well soon.
 */
const doubt = 1000;
const longestDoubt = 30_000;
const longestUnwell = 1500;

export interface ReaderOptions extends ReadingOptions {
  /** As soon as it is known: no list waits for another. */
  readonly onChange: (change: Changed) => void;
  /** After a reading, with what has failed by now. */
  readonly onRead: (failures: Failures) => void;
}

/**
 * Reads what events have made stale: in batches, one reading at a time. Lives as long as one connection, until its
 * signal aborts. What arrives during a reading is read after it, so that the newest is always what stays.
 */
export class Reader {
  readonly #options: ReaderOptions;
  #stale = new Stale();
  #failures: Failures = {};
  #doubtful = new Stale();
  #timer: Disposable | undefined;
  #recheck: Disposable | undefined;
  #running: Promise<void> | undefined;
  #queued: Promise<Failures> | undefined;
  #lastEnd = 0;
  #rest = interval;
  #retries = 0;

  constructor(options: ReaderOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      this.#timer?.dispose();
      this.#recheck?.dispose();
    });
  }

  note(event: EngineEvent): void {
    this.#stale.note(event, this.#options.clock.now());
    this.#schedule(settle);
  }

  /** Something has happened: everything may be stale. */
  noteUnknown(): void {
    for (const part of parts) this.#stale.whole.add(part);
    this.#schedule(settle);
  }

  /**
   * Lists everything, now or right after the reading under way; who asks before it begins shares it. Tells what of it
   * failed, and does not reject.
   */
  list(): Promise<Failures> {
    this.#queued ??= this.#listAfter(this.#running);
    return this.#queued;
  }

  async #listAfter(running: Promise<void> | undefined): Promise<Failures> {
    await running;
    this.#queued = undefined;
    for (const part of parts) this.#stale.whole.add(part);
    this.#timer?.dispose();
    this.#timer = undefined;
    await this.#start();
    return this.#failures;
  }

  #schedule(delay: number): void {
    if (this.#stale.isEmpty || this.#timer || this.#running || this.#options.signal.aborted) return;
    const rest = this.#lastEnd + this.#rest - this.#options.clock.now();
    this.#timer = this.#options.clock.after(Math.max(delay, rest), () => {
      this.#timer = undefined;
      void this.#start();
    });
  }

  #start(): Promise<void> {
    this.#running = this.#read().finally(() => {
      this.#running = undefined;
      this.#lastEnd = this.#options.clock.now();
      this.#schedule(settle);
    });
    return this.#running;
  }

  async #read(): Promise<void> {
    const { clock, onChange, onRead, signal } = this.#options;
    const stale = this.#stale;
    const begin = clock.now();
    this.#stale = new Stale();
    const outcomes = await Promise.all(
      parts.map(async (part): Promise<readonly [Part, Outcome]> => {
        const outcome = await (part === 'containers'
          ? readContainers(stale, this.#options)
          : readWhole(part, stale, this.#options));
        if (!signal.aborted) onChange({ ...allUnchanged, [part]: outcome.change });
        return [part, outcome];
      }),
    );
    // An engine that is slow to list is left alone for as long as it took.
    this.#rest = Math.max(interval, clock.now() - begin);
    if (signal.aborted) return;
    const errors = outcomes.flatMap(([part, { error }]) => (error ? [[part, error] as const] : []));
    const read = new Set(outcomes.flatMap(([part, outcome]) => (outcome.read ? [part] : [])));
    const before = this.#failures;
    const kept = Object.entries(before).filter(([part]) => !read.has(part as Part));
    this.#failures = Object.fromEntries([...kept, ...errors]);
    const recovered = parts.some((part) => before[part] && !this.#failures[part]);
    this.#retries = errors.length === 0 || recovered ? Math.min(errors.length, 1) : this.#retries + 1;
    this.#doubt(
      stale,
      errors.map(([part]) => part),
    );
    onRead(this.#failures);
  }

  /**
   * What will be read a second time: what failed; after a flood everything, as the engine may have dropped events; and
   * containers that events told of, because Docker tells of a change just before its list shows it.
   */
  #doubt({ containers, events, gone }: Stale, failed: readonly Part[]): void {
    const doubtful = this.#doubtful;
    if (events > 0) for (const id of containers) if (!gone.has(id)) doubtful.containers.add(id);
    for (const part of events >= flood ? parts : failed) doubtful.whole.add(part);
    if (doubtful.isEmpty || this.#recheck) return;
    const unwell = parts.every((part) => this.#failures[part]);
    const delay = Math.min(doubt * 2 ** Math.max(0, this.#retries - 1), unwell ? longestUnwell : longestDoubt);
    this.#recheck = this.#options.clock.after(delay, () => {
      this.#recheck = undefined;
      this.#doubtful = new Stale();
      this.#stale.add(doubtful);
      this.#schedule(0);
    });
  }
}
