import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../error.ts';
import type { TarFile } from './entry.ts';

/**
 * A file or a folder of this machine as entries of an archive, under the name `as`; links stay links, sockets and devices
 * are left out. Throws `invalid` naming what cannot be read.
 */
export async function* hostFiles(path: string, as: string): AsyncGenerator<TarFile, void, undefined> {
  const stat = await reading(path, lstat(path));
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : undefined;
  if (kind === undefined) return;
  const target = kind === 'link' ? await reading(path, readlink(path)) : undefined;
  yield {
    path: as,
    kind,
    mode: modeOf(stat),
    modifiedAt: stat.mtimeMs,
    size: kind === 'file' ? stat.size : 0,
    ...(target === undefined ? {} : { target }),
    data: kind === 'file' && stat.size > 0 ? contents(path) : nothing(),
  };
  if (kind !== 'folder') return;
  for (const name of (await reading(path, readdir(path))).sort()) yield* hostFiles(join(path, name), `${as}/${name}`);
}

async function* contents(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}

/** Windows knows no permissions; there everything may be read and run. */
function modeOf({ mode }: Stats): number {
  return process.platform === 'win32' ? 0o755 : mode & 0o7777;
}

async function reading<T>(path: string, task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): EngineError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new EngineError('invalid', `${path} cannot be read (${code}).`, { cause: error });
}
