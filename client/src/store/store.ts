import type { EngineError } from '../engine/error.ts';
import type { Container, EngineVersion, Image, Network, Volume } from '../engine/model.ts';
import type { Endpoint } from '../engine/engine.ts';
import type { Disposable, Event } from '../lifecycle.ts';

/** What of an engine is listed and kept. */
export const parts = ['containers', 'images', 'volumes', 'networks'] as const;
export type Part = (typeof parts)[number];

/**
 * The current snapshot of the engine: listed once, then kept by its events. Whoever shows it holds a `watch()`; while
 * nobody does, nothing runs. Ids are the engine's, so that a view's selection and expansion survive a change.
 */
export interface Store {
  readonly state: StoreState;
  readonly containers: ReadonlyMap<string, Container>;
  readonly images: ReadonlyMap<string, Image>;
  /** By name, which is a volume's id. */
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly onDidChange: Event<StoreChange>;
  /** Keeps the snapshot live until disposed. The first starts it, the last one's end stops it. */
  watch(): Disposable;
  /** Resolves when the store is connected and listed, or throws the `EngineError` that hinders it. For commands. */
  ready(signal?: AbortSignal): Promise<void>;
  /** Lists anew, from now on; who asks before the list begins shares it. Throws `EngineError`. */
  refresh(): Promise<void>;
}

/** Lists that failed when they were read last. Each costs itself; the others, and what was known before, stay. */
export type Failures = { readonly [P in Part]?: EngineError };

/** While the engine is away the last snapshot is kept, so that views can come back as they were. */
export type StoreState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly endpoint?: Endpoint }
  | {
      readonly kind: 'live';
      readonly endpoint: Endpoint;
      readonly version: EngineVersion;
      /** Set when the engine answers but could not list these; the rest is as it should be. */
      readonly failures: Failures;
    }
  | { readonly kind: 'unreachable'; readonly error: EngineError; readonly endpoint?: Endpoint };

/** What changed since the last event, by id. */
export type Changed = { readonly [P in Part]: ObjectChange };

/** `state` is set when the connection's state changed, `swarm` when something of the Swarm may have. */
export interface StoreChange extends Changed {
  readonly state: boolean;
  readonly swarm: boolean;
}

export interface ObjectChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
