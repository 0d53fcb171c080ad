import type { EngineError } from '../engine/error.ts';
import type { EngineEvent } from '../engine/model.ts';
import type { Disposable } from '../lifecycle.ts';
import { readContainers, readImages, type ReadingOptions } from './reading.ts';
import { Stale } from './stale.ts';
import type { ObjectChange } from './store.ts';

/** After an event: how long to wait for its companions (`kill`, `die`, `stop` come together), in milliseconds. */
const settle = 20;
/** The least time between two readings, so that a stream of events costs ten readings a second and no more. */
const interval = 100;
/** In a batch of this many events the engine may have dropped some. */
const flood = 100;
/** Until what is in doubt is read again, in milliseconds; what failed waits twice as long each time, up to half a minute. */
const doubt = 1000;
const longestDoubt = 30_000;

/** What one reading brought. A list that failed costs itself; the other, and what was known before, stay. */
export interface Reading {
  readonly containers: ObjectChange;
  readonly images: ObjectChange;
  readonly failures: Failures;
}

export interface Failures {
  readonly containers?: EngineError;
  readonly images?: EngineError;
}

export interface ReaderOptions extends ReadingOptions {
  readonly onRead: (reading: Reading) => void;
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
    this.#stale.allContainers = true;
    this.#stale.images = true;
    this.#timer?.dispose();
    this.#timer = undefined;
    await this.#start();
    return this.#failures;
  }

  #schedule(delay: number): void {
    if (this.#stale.isEmpty || this.#timer || this.#running || this.#options.signal.aborted) return;
    const rest = this.#lastEnd + interval - this.#options.clock.now();
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
    const { signal, onRead } = this.#options;
    const stale = this.#stale;
    this.#stale = new Stale();
    const [containers, images] = await Promise.all([
      readContainers(stale, this.#options),
      readImages(stale, this.#options),
    ]);
    if (signal.aborted) return;
    const kept = this.#failures;
    const failed = {
      containers: containers.read ? containers.error : kept.containers,
      images: images.read ? images.error : kept.images,
    };
    this.#failures = {
      ...(failed.containers ? { containers: failed.containers } : {}),
      ...(failed.images ? { images: failed.images } : {}),
    };
    this.#retries = containers.error || images.error ? this.#retries + 1 : 0;
    this.#doubt(stale, { containers: containers.error !== undefined, images: images.error !== undefined });
    onRead({ containers: containers.change, images: images.change, failures: this.#failures });
  }

  /**
   * What will be read a second time: what failed; after a flood everything, as the engine may have dropped events; and
   * containers that events told of, because Docker tells of a change just before its list shows it.
   */
  #doubt({ containers, events, gone }: Stale, failed: { containers: boolean; images: boolean }): void {
    const doubtful = this.#doubtful;
    if (events > 0) for (const id of containers) if (!gone.has(id)) doubtful.containers.add(id);
    doubtful.allContainers ||= failed.containers || events >= flood;
    doubtful.images ||= failed.images || events >= flood;
    if (doubtful.isEmpty || this.#recheck) return;
    const delay = Math.min(doubt * 2 ** Math.max(0, this.#retries - 1), longestDoubt);
    this.#recheck = this.#options.clock.after(delay, () => {
      this.#recheck = undefined;
      this.#doubtful = new Stale();
      this.#stale.add(doubtful);
      this.#schedule(0);
    });
  }
}
