import { createStore, type OwnedStore } from '../../../client/src/store/createStore.ts';
import type { StoreChange } from '../../../client/src/store/store.ts';
import { TestClock } from '../../support/clock.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

export interface Bench {
  readonly engine: MemoryEngine;
  readonly clock: TestClock;
  readonly store: OwnedStore;
  /** What the store has told, oldest first. */
  readonly changes: StoreChange[];
  /** What listeners have thrown. */
  readonly errors: unknown[];
  /** What happens to the socket's file, as the watched folder tells it. */
  readonly socket: { path: string | undefined; touch(): void };
}

/** A store over an engine in memory, by a clock that stands still. */
export function bench(): Bench {
  const engine = new MemoryEngine();
  const clock = new TestClock();
  const errors: unknown[] = [];
  const touched = new Set<() => void>();
  const socket: Bench['socket'] = {
    path: undefined,
    touch: () => {
      for (const tell of touched) tell();
    },
  };
  const store = createStore({
    engine,
    clock,
    watchPath: (path, onChange) => {
      socket.path = path;
      touched.add(onChange);
      return {
        dispose: () => {
          socket.path = undefined;
          touched.delete(onChange);
        },
      };
    },
    onError: (error) => errors.push(error),
  });
  const changes: StoreChange[] = [];
  store.onDidChange((change) => changes.push(change));
  return { engine, clock, store, changes, errors, socket };
}

/** The same, watched and live. */
export async function liveBench(): Promise<Bench> {
  const all = bench();
  all.store.watch();
  await all.store.ready();
  all.changes.length = 0;
  all.engine.lists.length = 0;
  return all;
}

/** The ids of the containers that were told of, without the state's changes. */
export function told(changes: readonly StoreChange[]): { added: string[]; changed: string[]; removed: string[] } {
  return {
    added: changes.flatMap(({ containers }) => containers.added),
    changed: changes.flatMap(({ containers }) => containers.changed),
    removed: changes.flatMap(({ containers }) => containers.removed),
  };
}
