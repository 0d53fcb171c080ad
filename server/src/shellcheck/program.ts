import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program that the setting `gantry.lint.shellcheck.path` names: an absolute path, one below `~/`, or a name to look
 * up on PATH; empty means `shellcheck`. Never one relative to a folder that happens to be the current one.
 * `undefined` when there is no such program.
 */
export async function findProgram(setting: string, env: Environment): Promise<string | undefined> {
  const wanted = setting.trim() === '' ? 'shellcheck' : setting.trim();
  if (/^~[\\/]/.test(wanted)) return runnable(join(homedir(), wanted.slice(2)));
  if (isAbsolute(wanted)) return runnable(wanted);
  if (/[\\/]/.test(wanted)) return undefined;
  // On Windows a script (.cmd) would need a shell to run it.
  const names = process.platform === 'win32' && !/\.exe$/i.test(wanted) ? [`${wanted}.exe`] : [wanted];
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of names) {
      const found = await runnable(join(folder, name));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

async function runnable(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
