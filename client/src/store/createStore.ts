import { systemClock, type Clock } from '../clock.ts';
import type { Endpoint, Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import { Emitter, type Disposable } from '../lifecycle.ts';
import type { EngineEvent } from '../engine/model.ts';
import { swarmTypes, taskLabel } from './affected.ts';
import { Connection } from './connection.ts';
import { Reader } from './reader.ts';
import { Snapshot, allUnchanged } from './snapshot.ts';
import { watchPath, type WatchPath } from './socket.ts';
import { isUnchanged, sameState, unreachable } from './state.ts';
import { parts, type Changed, type Store, type StoreChange, type StoreState } from './store.ts';
import type { Connected } from './stream.ts';

/** How long the connection stays after the last watcher has gone: views come and go quickly. In milliseconds. */
const linger = 10_000;

export interface StoreOptions {
  readonly engine: Engine;
  readonly clock?: Clock;
  readonly watchPath?: WatchPath;
  /** Told of a listener that threw. */
  readonly onError?: (error: unknown) => void;
}

/** A store, and what its owner may do with it besides. */
export interface OwnedStore extends Store, Disposable {
  /** The engine may be another one now (settings, context): connects anew if it was connected. */
  reset(): void;
}

/** Makes the store of an engine. Nothing is asked of the engine before somebody watches. */
export function createStore(options: StoreOptions): OwnedStore {
  return new LiveStore(options);
}

class LiveStore implements OwnedStore {
  readonly #engine: Engine;
  readonly #clock: Clock;
  readonly #watchPath: WatchPath;
  readonly #changes: Emitter<StoreChange>;
  /** Fires with the state whenever an attempt to connect has come to its end, be it as before. */
  readonly #attempts: Emitter<StoreState>;
  readonly #snapshot = new Snapshot();
  #state: StoreState = { kind: 'idle' };
  #host: string | undefined;
  #watchers = 0;
  #connection: Connection | undefined;
  #reader: Reader | undefined;
  #stopping: Disposable | undefined;

  constructor(options: StoreOptions) {
    this.#engine = options.engine;
    this.#clock = options.clock ?? systemClock;
    this.#watchPath = options.watchPath ?? watchPath;
    this.#changes = new Emitter<StoreChange>(options.onError);
    this.#attempts = new Emitter<StoreState>(options.onError);
  }

  get state(): StoreState {
    return this.#state;
  }
  get containers(): Store['containers'] {
    return this.#snapshot.containers;
  }
  get images(): Store['images'] {
    return this.#snapshot.images;
  }
  get volumes(): Store['volumes'] {
    return this.#snapshot.volumes;
  }
  get networks(): Store['networks'] {
    return this.#snapshot.networks;
  }
  get onDidChange(): Store['onDidChange'] {
    return this.#changes.event;
  }

  watch(): Disposable {
    this.#watchers++;
    this.#stopping?.dispose();
    this.#stopping = undefined;
    if (!this.#connection) this.#start();
    let watching = true;
    return {
      dispose: () => {
        if (!watching) return;
        watching = false;
        this.#watchers--;
        if (this.#watchers === 0 && this.#connection) this.#stopping = this.#clock.after(linger, () => this.#stop());
      },
    };
  }

  async ready(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#state.kind === 'live') return;
    const watching = this.watch();
    try {
      const attempt = this.#nextAttempt(signal);
      if (this.#state.kind === 'unreachable') this.#connection?.retry();
      const state = await attempt;
      if (state.kind === 'unreachable') throw state.error;
    } finally {
      watching.dispose();
    }
  }

  async refresh(): Promise<void> {
    if (this.#state.kind !== 'live' || !this.#reader) return await this.ready();
    const failures = await this.#reader.list();
    for (const part of parts) if (failures[part]) throw failures[part];
    const { state } = this;
    if (state.kind === 'unreachable') throw state.error;
  }

  reset(): void {
    if (!this.#connection) return;
    this.#disconnect();
    this.#start();
  }

  dispose(): void {
    this.#stop();
    this.#attempts.fire({ kind: 'unreachable', error: new EngineError('lost', 'Gantry has been shut down.') });
    this.#changes.dispose();
    this.#attempts.dispose();
  }

  #start(): void {
    this.#setState({ kind: 'connecting' });
    this.#connection = new Connection({
      engine: this.#engine,
      clock: this.#clock,
      watchPath: this.#watchPath,
      onConnecting: (endpoint) => this.#connecting(endpoint),
      onOpen: (connected) => this.#open(connected),
      onEvent: (event) => this.#note(event),
      onUnreadable: () => this.#reader?.noteUnknown(),
      onUnreachable: (error, endpoint) => this.#unreachable(error, endpoint),
    });
  }

  #note(event: EngineEvent): void {
    if (swarmTypes.has(event.type)) this.#changes.fire({ state: false, swarm: true, ...allUnchanged });
    else this.#reader?.note(event);
  }

  #stop(): void {
    this.#stopping?.dispose();
    this.#stopping = undefined;
    this.#disconnect();
    this.#setState({ kind: 'idle' });
  }

  #disconnect(): void {
    this.#connection?.dispose();
    this.#connection = undefined;
    this.#reader = undefined;
  }

  #connecting(endpoint: Endpoint): void {
    if (this.#host !== endpoint.host) this.#forget(endpoint.host);
    // While the engine is away its views stay as they are until it is back: no blinking with every attempt.
    if (this.#state.kind !== 'unreachable') this.#setState({ kind: 'connecting', endpoint });
  }

  #open({ endpoint, version, signal, fail }: Connected): void {
    // It answers: what the lists bring may be shown before the last of them is there.
    this.#setState({ kind: 'connecting', endpoint });
    this.#reader = new Reader({
      engine: this.#engine,
      snapshot: this.#snapshot,
      clock: this.#clock,
      signal,
      onChange: (change) => this.#change({ state: false, swarm: this.#runsTasks(change), ...change }),
      onRead: (failures) => {
        const lost = unreachable(failures);
        if (lost) {
          fail(lost);
          return;
        }
        const was = this.#state.kind;
        this.#setState({ kind: 'live', endpoint, version, failures });
        if (was !== 'live') this.#attempts.fire(this.#state);
      },
    });
    void this.#reader.list();
  }

  #unreachable(error: EngineError, endpoint: Endpoint | undefined): void {
    this.#reader = undefined;
    this.#setState({ kind: 'unreachable', error, ...(endpoint ? { endpoint } : {}) });
    this.#attempts.fire(this.#state);
  }

  /** What was known belongs to another engine. */
  #forget(host: string): void {
    this.#host = host;
    this.#change({ state: false, swarm: false, ...this.#snapshot.clear() });
  }

  #setState(state: StoreState): void {
    const same = sameState(this.#state, state);
    this.#state = state;
    if (!same) this.#change({ state: true, swarm: false, ...allUnchanged });
  }

  #change(change: StoreChange): void {
    if (change.state || !isUnchanged(change)) this.#changes.fire(change);
  }

  /** Whether one of these containers runs a task of a Swarm's service. */
  #runsTasks({ containers: { added, changed } }: Changed): boolean {
    const isTask = (id: string): boolean => taskLabel in (this.#snapshot.containers.get(id)?.labels ?? {});
    return added.some(isTask) || changed.some(isTask);
  }

  #nextAttempt(signal: AbortSignal | undefined): Promise<StoreState> {
    return new Promise((resolve, reject) => {
      const aborted = (): void => {
        attempts.dispose();
        reject(signal?.reason as Error);
      };
      const attempts = this.#attempts.event((state) => {
        attempts.dispose();
        signal?.removeEventListener('abort', aborted);
        resolve(state);
      });
      signal?.addEventListener('abort', aborted, { once: true });
    });
  }
}
