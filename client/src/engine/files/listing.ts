import type { TarFile } from '../archive/entry.ts';
import { readTar } from '../archive/readTar.ts';
import type { ContainerOperations } from '../engine.ts';
import { EngineError, isCancelled } from '../error.ts';
import type { FileStat } from '../port/container.ts';
import type { Door } from './source.ts';
import { run } from './command.ts';

export interface Listing {
  /** What is in the folder itself. */
  readonly entries: readonly FileStat[];
  /** What is in the folders below it, by their paths from it, where that was seen on the way. */
  readonly below: ReadonlyMap<string, readonly FileStat[]>;
}

export interface Listed {
  readonly containers: ContainerOperations;
  readonly path: string;
  readonly signal: AbortSignal;
}

/**
 * The entries of a folder by the names in its archive: the engine has no other list. The archive has all that is below,
 * whose bytes pass by unkept. Throws `invalid` when it is no folder.
 */
export async function listByArchive({ id, root }: Door, { containers, path, signal }: Listed): Promise<Listing> {
  const below = new Map<string, FileStat[]>();
  let top: number | undefined;
  for await (const file of readTar(containers.readArchive(id, `${root}${path}/.`, signal))) {
    signal.throwIfAborted();
    const parts = file.path.split('/').filter((part) => part !== '' && part !== '.');
    if (top === undefined) {
      if (file.kind !== 'folder') throw new EngineError('invalid', `${path} is not a folder.`);
      // The folder's own entry comes first, under its name or a dot.
      top = parts.length;
      below.set('', []);
      continue;
    }
    const inside = parts.slice(top);
    const folder = inside.slice(0, -1).join('/');
    const siblings = below.get(folder) ?? [];
    siblings.push(entryOf(file, inside.at(-1) ?? ''));
    below.set(folder, siblings);
    if (file.kind === 'folder') below.set(inside.join('/'), below.get(inside.join('/')) ?? []);
  }
  const entries = below.get('') ?? [];
  below.delete('');
  return { entries, below };
}

function entryOf({ kind, size, mode, modifiedAt, target }: TarFile, name: string): FileStat {
  // One file under two names has its bytes at the first of them.
  const shown = kind === 'hardLink' ? 'file' : kind;
  return { name, kind: shown, size, mode, modifiedAt, ...(kind === 'link' && target ? { linkTarget: target } : {}) };
}

/**
 * The entries of a folder as a running container's own `find` and `stat` see it, without what is below; nothing where it has
 * none or they see something else than expected. Names may have anything in them: two slashes end a line as no path has them.
 */
export async function listByCommand(
  { id, root }: Door,
  { containers, path, signal }: Listed,
): Promise<readonly FileStat[] | undefined> {
  const stat = ['stat', '-c', '%f %s %Y %n//', '{}', '+'];
  const command = ['find', `${root}${path}/.`, '-mindepth', '1', '-maxdepth', '1', '-exec', ...stat];
  try {
    const { code, output } = await run(containers, { id, command, signal });
    if (code !== 0) return undefined;
    const lines = output.split('//\n');
    const last = lines.pop();
    const entries = lines.map(parseLine);
    return last === '' && entries.every((entry) => entry !== undefined) ? entries : undefined;
  } catch (error) {
    if (isCancelled(error) || !(error instanceof EngineError)) throw error;
    return undefined;
  }
}

const kinds: Readonly<Record<number, FileStat['kind']>> = { 0o04: 'folder', 0o10: 'file', 0o12: 'link' };

function parseLine(line: string): FileStat | undefined {
  const [, mode, size, seconds, name] = /^([0-9a-f]+) (\d+) (-?\d+) \/(?:[^]*\/)?\.\/([^/]+)$/u.exec(line) ?? [];
  if (mode === undefined || name === undefined) return undefined;
  const bits = Number.parseInt(mode, 16);
  const kind = kinds[bits >> 12] ?? 'other';
  return {
    name,
    kind,
    size: kind === 'file' ? Number(size) : 0,
    mode: bits & 0o7777,
    modifiedAt: Number(seconds) * 1000,
  };
}
