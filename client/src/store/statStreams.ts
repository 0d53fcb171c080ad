import type { Engine } from '../engine/engine.ts';
import type { Container } from '../engine/model.ts';
import type { ContainerStats } from '../engine/port/stats.ts';
import type { Disposable } from '../lifecycle.ts';
import type { Store } from './store.ts';

/** So many streams at a time: each is a connection and a measurement a second. */
const most = 100;

export interface StatStreamsOptions {
  readonly engine: Pick<Engine, 'containers'>;
  readonly store: Pick<Store, 'state' | 'containers' | 'onDidChange'>;
  /** Which of the running containers; all when absent. */
  readonly includes?: (container: Container) => boolean;
  readonly onStats: (container: Container, stats: ContainerStats) => void;
  /** Its stream has ended, or has been stopped. */
  readonly onEnd: (id: string) => void;
}

/** Reads what running containers take, one stream each, begun anew whenever one starts again, until disposed. */
export function followStats({ engine, store, includes, onStats, onEnd }: StatStreamsOptions): Disposable {
  const streams = new Map<string, AbortController>();
  const stop = (id: string, abort: AbortController): void => {
    if (streams.get(id) !== abort) return;
    streams.delete(id);
    abort.abort();
    onEnd(id);
  };
  const follow = async (id: string, abort: AbortController): Promise<void> => {
    try {
      for await (const stats of engine.containers.stats(id, abort.signal)) {
        const container = store.containers.get(id);
        if (abort.signal.aborted) return;
        if (container) onStats(container, stats);
      }
    } catch {
      // It has ended, or the engine has gone: the store tells of either, and then it is begun anew.
    } finally {
      stop(id, abort);
    }
  };
  const settle = (): void => {
    const wanted = new Set(store.state.kind === 'live' ? running(store, includes) : []);
    for (const [id, abort] of streams) if (!wanted.has(id)) stop(id, abort);
    for (const id of wanted) {
      if (streams.has(id)) continue;
      const abort = new AbortController();
      streams.set(id, abort);
      void follow(id, abort);
    }
  };
  const listening = store.onDidChange(settle);
  settle();
  return {
    dispose() {
      listening.dispose();
      for (const [id, abort] of streams) stop(id, abort);
    },
  };
}

function running({ containers }: Pick<Store, 'containers'>, includes: StatStreamsOptions['includes']): string[] {
  const ids: string[] = [];
  for (const container of containers.values())
    if (container.state === 'running' && (includes?.(container) ?? true) && ids.push(container.id) === most) break;
  return ids;
}
