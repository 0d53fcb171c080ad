import type { Engine } from '../engine/engine.ts';
import { removeStrayHelpers } from '../engine/helper.ts';
import type { Disposable } from '../lifecycle.ts';
import type { Store } from './store.ts';

export interface StrayHelpersOptions {
  readonly store: Pick<Store, 'state' | 'containers' | 'onDidChange'>;
  readonly engine: Pick<Engine, 'containers'>;
  readonly log: { debug(message: string): void; warn(message: string): void };
}

/** Each time an engine has been listed, takes away the helper containers that a crashed window left on it. */
export function watchStrayHelpers({ store, engine, log }: StrayHelpersOptions): Disposable {
  return store.onDidChange(({ state }) => {
    if (!state || store.state.kind !== 'live') return;
    removeStrayHelpers(engine, store.containers.values()).then(
      (count) => {
        if (count > 0) log.debug(`Removed ${count} helper containers of a window that has gone.`);
      },
      (error: unknown) => log.warn(`A helper container could not be removed: ${String(error)}`),
    );
  });
}
