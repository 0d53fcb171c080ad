import { remembering } from './cache.ts';
import { readShellModules } from './modules.ts';
import type { ShellParser } from './parser.ts';

/** Loads the shell parser when it is first asked for, once; `undefined` when it cannot be, and the log says why. */
export function lazyShell(log: (message: string) => void): () => Promise<ShellParser | undefined> {
  let loading: Promise<ShellParser | undefined> | undefined;
  return () =>
    (loading ??= readShellModules()
      .then(async (modules) => (await import('./parser.ts')).loadShellParser(modules))
      .then((parser) => remembering(parser))
      .catch((error: unknown) => {
        log(`the shell grammar cannot be loaded, so RUN is not looked into: ${String(error)}`);
        return undefined;
      }));
}
