import { watch } from 'node:fs';
import type { Disposable } from '../../lifecycle.ts';

/** The CLI writes its file in several steps. */
const quiet = 100;

/**
 * Calls back some time after `config.json` of Docker's configuration folder has changed: `docker context use` is a change
 * of that file. A folder that is not there or cannot be watched is none; the file system is asked nothing meanwhile.
 */
export function watchConfig(folder: string, onChange: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name !== null && name !== 'config.json') return;
      clearTimeout(timer);
      timer = setTimeout(onChange, quiet);
      timer.unref();
    });
    watcher.on('error', () => {});
    return {
      dispose: () => {
        clearTimeout(timer);
        watcher.close();
      },
    };
  } catch {
    return { dispose: () => {} };
  }
}
