import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Disposable } from '../lifecycle.ts';

/** Calls `onChange` when something appears, changes or vanishes at `path`; `undefined` when it cannot be watched. */
export type WatchPath = (path: string, onChange: () => void) => Disposable | undefined;

/** The path of a Unix socket, `undefined` for every other kind of address. */
export function socketPath(host: string): string | undefined {
  return host.startsWith('unix://') ? host.slice('unix://'.length) : undefined;
}

/**
 * Watches a path through its folder, so that it need not exist; where the folder does not exist either, through the
 * nearest one above that does.
 */
export const watchPath: WatchPath = (path, onChange) => {
  for (let child = path, folder = dirname(path); ; child = folder, folder = dirname(folder)) {
    try {
      const name = basename(child);
      const watcher = watch(folder, { persistent: false }, (_event, changed) => {
        if (changed === null || changed === name) onChange();
      });
      // The folder itself went: the attempts go on by the clock.
      watcher.on('error', () => {
        watcher.close();
      });
      return {
        dispose: () => {
          watcher.close();
        },
      };
    } catch {
      if (folder === dirname(folder)) return undefined;
    }
  }
};
