import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/engine.ts';
import { Emitter, type Disposable, type Event } from '../lifecycle.ts';
import { followStats } from './statStreams.ts';
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
  const changes = new Emitter<undefined>();
  const now: { watchers: number; streams?: Disposable | undefined; telling?: Disposable | undefined } = { watchers: 0 };
  const tell = (): void => {
    now.telling ??= clock.after(interval, () => {
      now.telling = undefined;
      changes.fire(undefined);
    });
  };
  const start = (): Disposable =>
    followStats({
      engine,
      store,
      onStats: ({ id }, { cpuPercent, memory }) => {
        if (cpuPercent === undefined) return;
        loads.set(id, { cpu: Math.round(cpuPercent * 10) / 10, memory: Number(memory.toPrecision(3)) });
        tell();
      },
      onEnd: (id) => {
        if (loads.delete(id)) tell();
      },
    });
  const stop = (): void => {
    now.streams?.dispose();
    now.streams = undefined;
  };
  return {
    loads,
    onDidChange: changes.event,
    watch() {
      now.watchers++;
      now.streams ??= start();
      let watching = true;
      return {
        dispose: () => {
          if (!watching) return;
          watching = false;
          now.watchers--;
          if (now.watchers === 0) stop();
        },
      };
    },
    dispose() {
      now.watchers = 0;
      stop();
      now.telling?.dispose();
      changes.dispose();
    },
  };
}
