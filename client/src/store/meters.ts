import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/engine.ts';
import { Emitter, type Disposable, type Event } from '../lifecycle.ts';
import type { Store } from './store.ts';

/** What a running container takes, rounded to what a row shows, so that noise changes nothing. */
export interface Load {
  /** Percent of one processor, to a tenth. */
  readonly cpu: number;
  /** Bytes, to three digits. */
  readonly memory: number;
}

export interface MetersOptions {
  readonly engine: Pick<Engine, 'containers'>;
  readonly store: Pick<Store, 'state' | 'containers' | 'onDidChange'>;
  readonly clock: Clock;
}

/** So many streams at a time: each is a connection and a measurement a second. */
const most = 100;
/** Measurements come once a second from every container: they are told together, this often, in milliseconds. */
const interval = 1000;

/** Measures the running containers by the engine's streams, while somebody watches and no longer. */
export interface Meters extends Disposable {
  readonly loads: ReadonlyMap<string, Load>;
  readonly onDidChange: Event<undefined>;
  watch(): Disposable;
}

export function createMeters({ engine, store, clock }: MetersOptions): Meters {
  const loads = new Map<string, Load>();
  const streams = new Map<string, AbortController>();
  const changes = new Emitter<undefined>();
  const now: { watchers: number; telling: Disposable | undefined } = { watchers: 0, telling: undefined };
  const tell = (): void => {
    now.telling ??= clock.after(interval, () => {
      now.telling = undefined;
      changes.fire(undefined);
    });
  };
  const follow = async (id: string, abort: AbortController): Promise<void> => {
    try {
      for await (const { cpuPercent, memory } of engine.containers.stats(id, abort.signal)) {
        if (abort.signal.aborted) return;
        if (cpuPercent === undefined) continue;
        loads.set(id, { cpu: Math.round(cpuPercent * 10) / 10, memory: Number(memory.toPrecision(3)) });
        tell();
      }
    } catch {
      // It has ended, or the engine has gone: the store tells of either, and then it is begun anew.
    } finally {
      if (streams.get(id) === abort) streams.delete(id);
      if (loads.delete(id)) tell();
    }
  };
  const settle = (): void => {
    const wanted = now.watchers === 0 || store.state.kind !== 'live' ? [] : running(store);
    const ids = new Set(wanted);
    for (const [id, abort] of streams)
      if (!ids.has(id)) {
        abort.abort();
        streams.delete(id);
      }
    for (const id of wanted) {
      if (streams.has(id)) continue;
      const abort = new AbortController();
      streams.set(id, abort);
      void follow(id, abort);
    }
  };
  const listening = store.onDidChange(settle);
  return {
    loads,
    onDidChange: changes.event,
    watch() {
      now.watchers++;
      settle();
      let watching = true;
      return {
        dispose: () => {
          if (!watching) return;
          watching = false;
          now.watchers--;
          settle();
        },
      };
    },
    dispose() {
      now.watchers = 0;
      settle();
      now.telling?.dispose();
      listening.dispose();
      changes.dispose();
    },
  };
}

function running({ containers }: Pick<Store, 'containers'>): string[] {
  const ids: string[] = [];
  for (const { id, state } of containers.values()) if (state === 'running' && ids.push(id) === most) break;
  return ids;
}
