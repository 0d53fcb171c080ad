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
/** In a batch of this many events the engine may have dropped some: list anew once it is calm. */
const flood = 500;
const calm = 1000;

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
  #missed = { containers: false, images: false };
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
    const failing = containers.error !== undefined || images.error !== undefined;
    if (failing) this.#retries++;
    else if (containers.read || images.read) this.#retries = 0;
    if (failing || stale.events >= flood) this.#readAgain({ all: stale.events >= flood });
    onRead({ containers: containers.change, images: images.change, failures: this.#failures });
  }

  /** What could not be read is tried again, later and later; after a flood all is, once it is over. */
  #readAgain({ all }: { all: boolean }): void {
    this.#missed.containers ||= all || this.#failures.containers !== undefined;
    this.#missed.images ||= all || this.#failures.images !== undefined;
    this.#recheck?.dispose();
    this.#recheck = this.#options.clock.after(calm * Math.min(2 ** Math.max(0, this.#retries - 1), 30), () => {
      this.#stale.allContainers ||= this.#missed.containers;
      this.#stale.images ||= this.#missed.images;
      this.#missed = { containers: false, images: false };
      this.#schedule(0);
    });
  }
}
