import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LintContext } from '../language.ts';
import { filePath } from './filePath.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what surrounds a file: the first `.hadolint.yaml` from its folder upwards, then of the user; `NAME.dockerignore`
 * beside it, which BuildKit prefers, or the first `.dockerignore` from its folder upwards.
 * Empty for what is not on a disk (`untitled:`, a virtual workspace).
 */
export async function readSurroundings(uri: string, env: Environment): Promise<Omit<LintContext, 'settings'>> {
  const path = filePath(uri);
  if (path === undefined) return {};
  const [hadolintConfig, dockerignore] = await Promise.all([
    readFirst(configPaths(dirname(path), env)),
    readFirst([`${path}.dockerignore`, ...upwards(dirname(path)).map((folder) => join(folder, '.dockerignore'))]),
  ]);
  return { path, ...(hadolintConfig && { hadolintConfig }), ...(dockerignore && { dockerignore }) };
}

async function readFirst(paths: readonly string[]): Promise<{ path: string; text: string } | undefined> {
  for (const path of paths) {
    const text = await readText(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

/** A folder and those above it, the nearest first. */
function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** Where hadolint's configuration may be, best first: every folder up to the root, then the user's own places. */
export function configPaths(folder: string, env: Environment, home = homedir()): string[] {
  const paths = upwards(folder).flatMap((at) => [join(at, '.hadolint.yaml'), join(at, '.hadolint.yml')]);
  const config = env['XDG_CONFIG_HOME'] ?? env['LOCALAPPDATA'] ?? join(home, '.config');
  const users = [join(config, 'hadolint'), join(home, '.hadolint', 'hadolint'), join(home, 'hadolint', 'config')];
  for (const stem of [...users, join(home, '.hadolint')]) paths.push(`${stem}.yaml`, `${stem}.yml`);
  return [...new Set(paths)];
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
