import { readdir, readlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Patterns } from './patterns.ts';

/**
 * Resolves the paths that a Dockerfile copies into what must be sent for them: the paths themselves, every symbolic link on
 * the way and what it leads to, inside the context. A segment may hold wildcards. `undefined` when the whole
 * context is meant.
 */
export async function followLinks(root: string, paths: readonly string[]): Promise<string[] | undefined> {
  const resolved = new Set<string>();
  const pending = [...paths];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const segments = relative(path).split('/');
    for (let length = 1; length <= segments.length; length += 1) {
      const current = segments.slice(0, length).join('/');
      const targets = await linkTargets(root, current);
      const last = length === segments.length;
      if (!last && targets.length === 0) continue;
      if (resolved.has(current)) break;
      resolved.add(current);
      if (targets.length === 0) break;
      pending.push(...targets.map((target) => [target, ...segments.slice(length)].join('/')));
      break;
    }
  }
  return resolved.has('') ? undefined : [...resolved];
}

/** Inside the context: `/a`, `./a` and `../a` are `a`. */
function relative(path: string): string {
  return posix.join('/', path).slice(1).replace(/\/$/, '');
}

/** Where the symbolic links lead that a path names, by its last segment's wildcards several; none when it is no link. */
async function linkTargets(root: string, path: string): Promise<string[]> {
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  if (!/[*?[]/.test(name.replaceAll(/\\./g, ''))) return linkTarget(root, path);
  const pattern = new Patterns([name]);
  const names = await readdir(join(root, folder)).catch(() => []);
  const targets = names
    .filter((one) => pattern.match(one).matched)
    .map((one) => linkTarget(root, posix.join(folder, one)));
  return (await Promise.all(targets)).flat();
}

async function linkTarget(root: string, path: string): Promise<string[]> {
  try {
    const target = (await readlink(join(root, path))).replaceAll('\\', '/');
    return [relative(posix.isAbsolute(target) ? target : posix.join(posix.dirname(path), target))];
  } catch {
    return [];
  }
}
