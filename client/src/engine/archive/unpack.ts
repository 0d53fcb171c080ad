import { createWriteStream } from 'node:fs';
import { chmod, link, lstat, mkdir, rm, symlink, utimes } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '../error.ts';
import type { TarFile } from './entry.ts';
import { readTar } from './readTar.ts';

export interface Unpacking {
  /** The folder that it goes into; it must be there. */
  readonly folder: string;
  /** Another name for the first part of every path. */
  readonly name?: string;
  readonly signal: AbortSignal;
}

export interface Unpacked {
  readonly files: number;
  /** Paths of what was left out: devices, links that lead out of the folder's tree, names that this system cannot have. */
  readonly left: readonly string[];
}

/**
 * Writes an archive's files into a folder. Nothing leaves the folder, whatever the archive says: not by `..`, not by an
 * absolute path, not through a link that is there or came before. What is there under the same name is replaced.
 */
export async function unpack(source: AsyncIterable<Uint8Array>, unpacking: Unpacking): Promise<Unpacked> {
  const left: string[] = [];
  const folders: TarFile[] = [];
  let files = 0;
  for await (const file of readTar(source)) {
    unpacking.signal.throwIfAborted();
    const path = placeOf(file.path, unpacking);
    if (path === undefined || !(await write(file, { path, ...unpacking }))) left.push(file.path);
    else if (file.kind === 'folder') folders.push(file);
    else files += 1;
  }
  // A folder's time changes with what is written into it, and one that forbids writing gets no files.
  for (const folder of folders.reverse()) {
    const path = placeOf(folder.path, unpacking);
    if (path !== undefined) await stamp(path, folder);
  }
  return { files, left };
}

/** Where an entry belongs on this machine; nothing when that is outside of the folder. */
function placeOf(path: string, { folder, name }: Pick<Unpacking, 'folder' | 'name'>): string | undefined {
  const [first, ...rest] = path.split('/').filter((part) => part !== '' && part !== '.');
  const parts = [...(first === undefined ? [] : [name ?? first]), ...rest];
  const isUnsafe = (part: string): boolean =>
    part === '..' || part.includes('\0') || (sep === '\\' && /[\\:]/.test(part));
  return parts.some(isUnsafe) ? undefined : normalize(join(folder, ...parts));
}

async function write(file: TarFile, { path, ...unpacking }: Unpacking & { readonly path: string }): Promise<boolean> {
  const { folder, signal } = unpacking;
  if (await passesLink(folder, dirname(path))) return false;
  switch (file.kind) {
    case 'folder':
      if (path !== normalize(folder) && (await kindAt(path)) !== 'folder') await rm(path, { force: true });
      await mkdir(path, { recursive: true });
      return true;
    case 'file':
      await mkdir(dirname(path), { recursive: true });
      await replace(path);
      await pipeline(Readable.from(file.data), createWriteStream(path, { mode: file.mode & 0o777 }), { signal });
      await stamp(path, file);
      return true;
    case 'link': {
      // Docker itself keeps such a link; here it would lead into this machine's own files.
      const target = file.target ?? '';
      const ends = normalize(join(dirname(path), target));
      if (target.startsWith('/') || !`${ends}${sep}`.startsWith(normalize(folder) + sep)) return false;
      await replace(path);
      await symlink(target, path);
      return true;
    }
    case 'hardLink': {
      const target = placeOf(file.target ?? '', unpacking);
      if (target === undefined || (await passesLink(folder, dirname(target)))) return false;
      if ((await kindAt(target)) !== 'file') return false;
      await replace(path);
      await link(target, path);
      return true;
    }
    case 'other':
      return false;
  }
}

/** A file is never written through a link that stands in its place. A folder in its place is an error. */
async function replace(path: string): Promise<void> {
  if ((await kindAt(path)) === 'folder')
    throw new EngineError('conflict', `${path} is a folder, and a file of this name was to be written.`);
  await rm(path, { force: true });
}

/** Whether one of the folders on the way to a path is a link. */
async function passesLink(folder: string, path: string): Promise<boolean> {
  for (let at = path; at.length > normalize(folder).length; at = dirname(at)) {
    if ((await kindAt(at)) === 'link') return true;
  }
  return false;
}

async function kindAt(path: string): Promise<'file' | 'folder' | 'link' | 'none'> {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat) return 'none';
  return stat.isSymbolicLink() ? 'link' : stat.isDirectory() ? 'folder' : 'file';
}

async function stamp(path: string, { mode, modifiedAt }: TarFile): Promise<void> {
  if (process.platform !== 'win32') await chmod(path, mode & 0o777);
  const seconds = modifiedAt / 1000;
  await utimes(path, seconds, seconds);
}
