import { constants } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Something that a run needs: where it is, or what is missing and how to get it. */
export type Found = { readonly path: string } | { readonly missing: string };

const administratorFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * The first of these programs that may be run, as an absolute path. Looks in PATH, and in the folders of system
 * programs, which an ordinary account's PATH lacks on Debian. Absolute names are tried as they are.
 */
export async function findExecutable(
  names: readonly string[],
  searchPath = process.env['PATH'] ?? '',
): Promise<string | undefined> {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...administratorFolders];
  for (const name of names) {
    for (const path of isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))) {
      if (await canRun(path)) return path;
    }
  }
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * A busybox that runs in an empty file system, or `undefined`. A dynamically linked program names its loader in its
 * first page (the ELF header's PT_INTERP), a static one does not.
 */
export async function findStaticBusybox(candidates = ['/bin/busybox', 'busybox']): Promise<string | undefined> {
  for (const name of candidates) {
    const path = await findExecutable([name]);
    if (path !== undefined && (await isStaticElf(path))) return path;
  }
  return undefined;
}

async function isStaticElf(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
  const page = buffer.subarray(0, bytesRead).toString('latin1');
  return page.startsWith('\x7fELF') && !/\/ld[^/\0]*\.so/.test(page);
}
