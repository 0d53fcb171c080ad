import type { EngineError } from '../engine/error.ts';
import type { EngineEvent } from '../engine/model.ts';
import type { Disposable } from '../lifecycle.ts';
import { readContainers, readImages, type Outcome, type ReadingOptions } from './reading.ts';
import { unchanged } from './snapshot.ts';
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

/** Lists that failed when they were read last. Each costs itself; the other, and what was known before, stay. */
export interface Failures {
  readonly containers?: EngineError;
  readonly images?: EngineError;
}

export interface Changed {
  readonly containers: ObjectChange;
  readonly images: ObjectChange;
}

export interface ReaderOptions extends ReadingOptions {
  /** As soon as it is known: the one list does not wait for the other. */
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
    const tell = (part: 'containers' | 'images', outcome: Outcome): Outcome => {
      if (!signal.aborted) onChange({ containers: unchanged, images: unchanged, [part]: outcome.change });
      return outcome;
    };
    const [containers, images] = await Promise.all([
      readContainers(stale, this.#options).then((outcome) => tell('containers', outcome)),
      readImages(stale, this.#options).then((outcome) => tell('images', outcome)),
    ]);
    // An engine that is slow to list is left alone for as long as it took.
    this.#rest = Math.max(interval, clock.now() - begin);
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
    onRead(this.#failures);
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
