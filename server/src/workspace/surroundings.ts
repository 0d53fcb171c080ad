import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LintContext } from '../language.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what surrounds a file: the first `.hadolint.yaml` from its folder upwards, then of the user.
 * Empty for what is not on a disk (`untitled:`, a virtual workspace).
 */
export async function readSurroundings(uri: string, env: Environment): Promise<Omit<LintContext, 'settings'>> {
  const path = filePath(uri);
  if (path === undefined) return {};
  for (const candidate of configPaths(dirname(path), env)) {
    const text = await readText(candidate);
    if (text !== undefined) return { hadolintConfig: { path: candidate, text } };
  }
  return {};
}

/** Where hadolint's configuration may be, best first: every folder up to the root, then the user's own places. */
export function configPaths(folder: string, env: Environment, home = homedir()): string[] {
  const paths: string[] = [];
  for (let at = folder, above = dirname(at); ; at = above, above = dirname(at)) {
    paths.push(join(at, '.hadolint.yaml'), join(at, '.hadolint.yml'));
    if (above === at) break;
  }
  const config = env['XDG_CONFIG_HOME'] ?? env['LOCALAPPDATA'] ?? join(home, '.config');
  const users = [join(config, 'hadolint'), join(home, '.hadolint', 'hadolint'), join(home, 'hadolint', 'config')];
  for (const stem of [...users, join(home, '.hadolint')]) paths.push(`${stem}.yaml`, `${stem}.yml`);
  return [...new Set(paths)];
}

function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
