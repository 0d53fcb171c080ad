import type { EngineError } from '../engine/error.ts';
import type { Container, EngineVersion, Image } from '../engine/model.ts';
import type { Endpoint } from '../engine/engine.ts';
import type { Disposable, Event } from '../lifecycle.ts';

/**
 * The current snapshot of the engine: listed once, then kept by its events. Whoever shows it holds a `watch()`; while
 * nobody does, nothing runs. Ids are the engine's, so that a view's selection and expansion survive a change.
 */
export interface Store {
  readonly state: StoreState;
  readonly containers: ReadonlyMap<string, Container>;
  readonly images: ReadonlyMap<string, Image>;
  readonly onDidChange: Event<StoreChange>;
  /** Keeps the snapshot live until disposed. The first starts it, the last one's end stops it. */
  watch(): Disposable;
  /** Resolves when the store is connected and listed, or throws the `EngineError` that hinders it. For commands. */
  ready(signal?: AbortSignal): Promise<void>;
  /** Lists anew, from now on; who asks before the list begins shares it. Throws `EngineError`. */
  refresh(): Promise<void>;
}

/** While the engine is away the last snapshot is kept, so that views can come back as they were. */
export type StoreState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly endpoint?: Endpoint }
  | {
      readonly kind: 'live';
      readonly endpoint: Endpoint;
      readonly version: EngineVersion;
      /** Set when the engine answers but could not list these; the rest is as it should be. */
      readonly failures: { readonly containers?: EngineError; readonly images?: EngineError };
    }
  | { readonly kind: 'unreachable'; readonly error: EngineError; readonly endpoint?: Endpoint };

/** What changed since the last event, by id. `state` is set when the connection's state changed. */
export interface StoreChange {
  readonly state: boolean;
  readonly containers: ObjectChange;
  readonly images: ObjectChange;
}

export interface ObjectChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
