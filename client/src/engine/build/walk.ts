import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from '../error.ts';
import type { FolderMatch, Patterns } from './patterns.ts';

/** A file, folder or symbolic link of a build context. */
export interface TreeEntry {
  /** Relative to the context, with forward slashes. */
  readonly path: string;
  readonly stat: BigIntStats;
  readonly link?: string;
}

export interface TreeFilter {
  /** Only what matches, and the folders on the way there; everything when absent. */
  readonly include?: Patterns | undefined;
  /** Not what matches. */
  readonly exclude?: Patterns | undefined;
}

interface Folder {
  readonly path: string;
  readonly include?: FolderMatch;
  readonly exclude?: FolderMatch;
}

/**
 * Walks a folder as BuildKit wants it: depth first, names in the order of their bytes, a folder before what is in it. A
 * folder that the filter leaves out is sent all the same once something in it is taken in. Sockets and devices are
 * left out. Throws `BuildError` naming what cannot be read.
 */
export async function* walkTree(root: string, filter: TreeFilter = {}): AsyncGenerator<TreeEntry, void, undefined> {
  yield* walkFolder(root, { path: '' }, filter);
}

/** The files of these names that are there, links followed: each is sent as the file that it leads to. */
export async function* namedFiles(root: string, names: readonly string[]): AsyncGenerator<TreeEntry, void, undefined> {
  for (const path of names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    const found = await stat(join(root, path), { bigint: true }).catch(() => undefined);
    if (found?.isFile() === true) yield { path, stat: found };
  }
}

async function* walkFolder(
  root: string,
  folder: Folder,
  filter: TreeFilter,
): AsyncGenerator<TreeEntry, void, undefined> {
  const visits = (await namesOf(root, folder.path))
    .map((entry) => visit(folder, entry, filter))
    .filter((one) => one.go);
  // The stat calls of one folder run side by side: they are most of a walk's time.
  const stats = await Promise.all(visits.map(async (one) => (one.taken ? entryOf(root, one.path) : undefined)));
  for (const [index, { entry, inner, path, taken }] of visits.entries()) {
    const known = stats[index];
    if (taken && !known) continue;
    if (known) yield known;
    if (!entry.isDirectory()) continue;
    let announced = known !== undefined;
    for await (const child of walkFolder(root, { path, ...inner }, filter)) {
      if (!announced) {
        const late = await entryOf(root, path);
        if (!late) break;
        yield late;
        announced = true;
      }
      yield child;
    }
  }
}

function visit(folder: Folder, entry: Dirent, { exclude, include }: TreeFilter) {
  const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
  const included = include?.match(path, folder.include);
  const excluded = exclude?.match(path, folder.exclude);
  const isIn = included?.matched ?? true;
  const isOut = excluded?.matched ?? false;
  const descend =
    entry.isDirectory() &&
    (isIn || include?.reaches(path, { negated: false }) === true) &&
    (!isOut || exclude?.reaches(path, { negated: true }) === true);
  const sendable = entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() || entry.isFIFO();
  const taken = isIn && !isOut && sendable;
  return {
    path,
    entry,
    taken,
    go: taken || descend,
    inner: { ...(included && { include: included.inherit }), ...(excluded && { exclude: excluded.inherit }) },
  };
}

async function namesOf(root: string, path: string): Promise<Dirent[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [];
    throw unreadable(join(root, path), error);
  });
  return entries
    .map((entry) => ({ entry, bytes: Buffer.from(entry.name) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ entry }) => entry);
}

/** `undefined` for what has gone meanwhile. */
async function entryOf(root: string, path: string): Promise<TreeEntry | undefined> {
  const full = join(root, path);
  try {
    const found = await lstat(full, { bigint: true });
    if (!found.isSymbolicLink()) return { path, stat: found };
    return {
      path,
      stat: found,
      link: (await readlink(full)).replaceAll('\\', process.platform === 'win32' ? '/' : '\\'),
    };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw unreadable(full, error);
  }
}

/** What to say when a file or folder of the context may not be read. */
export function unreadable(path: string, error: unknown): BuildError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : code;
  return new BuildError(
    `${path} cannot be read (${reason}). Change its permissions, or exclude it from the build context in .dockerignore.`,
    { cause: error },
  );
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
