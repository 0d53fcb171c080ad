import type { Clock } from '../clock.ts';
import type { Endpoint, Engine } from '../engine/engine.ts';
import type { EngineError, EngineErrorKind } from '../engine/error.ts';
import type { EngineEvent } from '../engine/model.ts';
import type { Disposable } from '../lifecycle.ts';
import { asEngineError } from './reading.ts';
import { socketPath, type WatchPath } from './socket.ts';
import { holdStream, type Connected } from './stream.ts';

/** Between attempts, in milliseconds; the last one stays. An attempt that finds no engine costs one `connect`. */
const delays: readonly number[] = [100, 200, 400, 800, 1500];
/** After errors that only a person can mend: mending them in the settings, or at the socket, causes a retry anyway. */
const slowDelay = 10_000;
const passing: ReadonlySet<EngineErrorKind> = new Set(['not-running', 'lost', 'failed', 'context']);

export interface ConnectionOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly watchPath: WatchPath;
  /** An attempt begins. */
  readonly onConnecting: (endpoint: Endpoint) => void;
  readonly onOpen: (connected: Connected) => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onUnreadable: () => void;
  /** An attempt failed or a connection ended; the next attempt follows. */
  readonly onUnreachable: (error: EngineError, endpoint: Endpoint | undefined) => void;
}

/** Keeps a stream of the engine's events open until it is disposed: tries again for ever, and at once when told to. */
export class Connection implements Disposable {
  readonly #options: ConnectionOptions;
  readonly #end = new AbortController();
  #attempts = 0;
  #again = false;
  #wake: (() => void) | undefined;
  #watched: { readonly path: string; readonly watch: Disposable | undefined } | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    void this.#run();
  }

  /** Does not wait for the next attempt's time. */
  retry(): void {
    this.#attempts = 0;
    this.#again = true;
    this.#wake?.();
  }

  dispose(): void {
    this.#end.abort();
    this.#unwatch();
    this.#wake?.();
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      this.#again = false;
      const error = asEngineError(await this.#attempt(signal));
      if (signal.aborted) return;
      await this.#pause(passing.has(error.kind));
    }
  }

  /** One connection, from the attempt to what ended it. */
  async #attempt(signal: AbortSignal): Promise<unknown> {
    const { onConnecting, onOpen, onUnreachable } = this.#options;
    let endpoint: Endpoint | undefined;
    try {
      endpoint = await this.#options.engine.endpoint();
      signal.throwIfAborted();
      onConnecting(endpoint);
      const opened = (connected: Connected): void => {
        this.#attempts = 0;
        this.#unwatch();
        onOpen(connected);
      };
      return await holdStream({ ...this.#options, endpoint, onOpen: opened }, signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#watch(endpoint);
        onUnreachable(asEngineError(error), endpoint);
      }
      return error;
    }
  }

  async #pause(passes: boolean): Promise<void> {
    if (this.#again) return;
    const fast = delays[this.#attempts++] ?? delays.at(-1) ?? slowDelay;
    await new Promise<void>((resolve) => {
      const timer = this.#options.clock.after(passes ? fast : slowDelay, resolve);
      this.#wake = () => {
        timer.dispose();
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /** Whatever happens to the socket is a reason to try. */
  #watch(endpoint: Endpoint | undefined): void {
    const path = endpoint === undefined ? undefined : socketPath(endpoint.host);
    if (path === this.#watched?.path) return;
    this.#unwatch();
    if (path === undefined) return;
    const watch = this.#options.watchPath(path, () => {
      this.retry();
    });
    this.#watched = { path, watch };
  }

  #unwatch(): void {
    this.#watched?.watch?.dispose();
    this.#watched = undefined;
  }
}
