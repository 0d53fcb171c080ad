import { posix } from 'node:path';
import type { FileOwner, TarFile } from '../archive/entry.ts';
import { readTar } from '../archive/readTar.ts';
import { writeTar } from '../archive/writeTar.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../error.ts';
import type { FileStat } from '../port/container.ts';
import { run } from './command.ts';
import { listByArchive, listByCommand } from './listing.ts';
import type { Door, FileSource } from './source.ts';

/** What stands at a path; of a link also what it leads to, where that is there. */
export interface FileNode extends FileStat {
  readonly leadsTo?: FileStat;
}

export interface Writing {
  readonly data: Uint8Array;
  /** Whether it may be new, and whether it may be there. */
  readonly create: boolean;
  readonly overwrite: boolean;
}

/** Names of folders in one image that are kept, at most. */
const mostKept = 20_000;
/** Links of one folder that are followed, at most: each is a request of its own. */
const mostFollowed = 256;

/**
 * The files of one container, image or volume. Paths are absolute and have no `..`, `''` is the root. Works without anything in the container, and
 * without its running, except for what takes names away: no archive can do that.
 */
export class FileTree {
  readonly #containers: Engine['containers'];
  readonly #source: FileSource;
  /** An image does not change: what was seen of it is seen for good. */
  readonly #seen = new Map<string, readonly FileStat[]>();

  constructor({ engine, source }: { engine: Pick<Engine, 'containers'>; source: FileSource }) {
    this.#containers = engine.containers;
    this.#source = source;
  }

  get writable(): boolean {
    return this.#source.writable;
  }

  async stat(path: string, signal: AbortSignal): Promise<FileNode | undefined> {
    return await this.#source.use(async (door) => {
      const found = await this.#containers.stat(door.id, `${door.root}${path}` || '/', signal);
      return found && (await this.#followed(door, { ...found, name: posix.basename(path) }, signal));
    });
  }

  /** What is in a folder. Of links in it those are followed that a person can look through. */
  async list(path: string, signal: AbortSignal): Promise<readonly FileNode[]> {
    const entries = await this.#entries(path, signal);
    const links = new Set(entries.filter(({ kind }) => kind === 'link').slice(0, mostFollowed));
    if (links.size === 0) return entries;
    const waiting = [...links];
    const followed = new Map<FileStat, FileNode>();
    await this.#source.use(async (door) => {
      const follow = async (): Promise<void> => {
        for (let link = waiting.pop(); link; link = waiting.pop()) {
          const found = await this.#containers.stat(door.id, `${door.root}${path}/${link.name}`, signal);
          if (found) followed.set(link, await this.#followed(door, { ...found, name: link.name }, signal));
        }
      };
      await Promise.all(Array.from({ length: 8 }, follow));
    });
    return entries.map((entry) => followed.get(entry) ?? entry);
  }

  /** The bytes of a file; of a link those of the file that it leads to. */
  async read(path: string, signal: AbortSignal): Promise<Uint8Array> {
    return await this.#source.use(async (door) => {
      const end = await this.#end(door, path, signal);
      for await (const { kind, data } of readTar(this.#containers.readArchive(door.id, end, signal))) {
        if (kind !== 'file') break;
        const chunks: Uint8Array[] = [];
        for await (const chunk of data) chunks.push(chunk);
        return Buffer.concat(chunks);
      }
      throw new EngineError('invalid', `${path} is not a file.`);
    });
  }

  /** Writes a file. One that is there keeps its owner and mode, and a link stays one; a new one gets its folder's owner. */
  async write(path: string, { data, create, overwrite }: Writing, signal: AbortSignal): Promise<void> {
    this.#mayWrite();
    await this.#source.use(async (door) => {
      const end = await this.#end(door, path, signal);
      const there = await this.#containers.stat(door.id, end, signal);
      if (!there && !create) throw new EngineError('not-found', `There is no ${path}.`);
      if (there && (!overwrite || there.kind !== 'file'))
        throw new EngineError('conflict', `${path} is there already${there.kind === 'file' ? '' : ', and no file'}.`);
      const now = await this.#header(door, there ? end : folderOf(end), signal);
      const mode = there ? now.mode : 0o644;
      await this.#put(door, { path: end, kind: 'file', mode, owner: now.owner, data }, signal);
    });
  }

  /** Makes a folder in one that is there, of the same owner. */
  async makeFolder(path: string, signal: AbortSignal): Promise<void> {
    this.#mayWrite();
    await this.#source.use(async (door) => {
      const whole = `${door.root}${path}`;
      if (await this.#containers.stat(door.id, whole, signal))
        throw new EngineError('conflict', `${path} is there already.`);
      const { owner } = await this.#header(door, folderOf(whole), signal);
      await this.#put(door, { path: whole, kind: 'folder', mode: 0o755, owner, data: new Uint8Array(0) }, signal);
    });
  }

  /** Removes a file or a link, or a folder: with all in it, or only an empty one. Takes a running container. */
  async remove(path: string, { recursive }: { recursive: boolean }, signal: AbortSignal): Promise<void> {
    this.#mayWrite();
    if (posix.normalize(`/${path}`) === '/') throw new EngineError('invalid', 'The root folder cannot be deleted.');
    const there = await this.stat(path, signal);
    if (!there) throw new EngineError('not-found', `There is no ${path}.`);
    const command = there.kind !== 'folder' ? ['rm', '-f'] : recursive ? ['rm', '-rf'] : ['rmdir'];
    await this.#inRunning(({ root }) => [...command, '--', `${root}${path}`], signal);
  }

  /** Gives a file or folder another path. Takes a running container. */
  async rename(
    from: string,
    to: string,
    { overwrite, signal }: { overwrite: boolean; signal: AbortSignal },
  ): Promise<void> {
    this.#mayWrite();
    if (!(await this.stat(from, signal))) throw new EngineError('not-found', `There is no ${from}.`);
    const there = await this.stat(to, signal);
    // Into a folder that is there, `mv` would move.
    if (there && (!overwrite || there.kind === 'folder' || there.leadsTo?.kind === 'folder'))
      throw new EngineError('conflict', `${to} is there already.`);
    await this.#inRunning(({ root }) => ['mv', '-f', '--', `${root}${from}`, `${root}${to}`], signal);
  }

  async #entries(path: string, signal: AbortSignal): Promise<readonly FileStat[]> {
    const seen = this.#seen.get(path);
    if (seen) return seen;
    const listed = { containers: this.#containers, path, signal };
    const running = await this.#source.running(signal);
    const quick = running && (await listByCommand(running, listed));
    if (quick) return quick;
    const { entries, below } = await this.#source.use((door) => listByArchive(door, listed));
    if (!this.#source.writable && this.#seen.size + below.size < mostKept) {
      this.#seen.set(path, entries);
      for (const [folder, inside] of below) this.#seen.set(`${path}/${folder}`, inside);
    }
    return entries;
  }

  async #followed(door: Door, entry: FileStat, signal: AbortSignal): Promise<FileNode> {
    const { linkTarget } = entry;
    // In a helper, a link out of the volume leads to what the containers that use it do not have there.
    if (linkTarget === undefined || !isWithin(door.root, linkTarget)) return entry;
    const end = await this.#containers.stat(door.id, linkTarget, signal);
    return end && end.kind !== 'link' ? { ...entry, leadsTo: end } : entry;
  }

  /** Where a path ends in the container, its last link followed. The engine tells where all links on the way lead. */
  async #end({ id, root }: Door, path: string, signal: AbortSignal): Promise<string> {
    const target = (await this.#containers.stat(id, `${root}${path}`, signal))?.linkTarget;
    if (target === undefined) return `${root}${path}`;
    if (!isWithin(root, target)) throw new EngineError('invalid', `${path} is a link that leads out of the volume.`);
    return target;
  }

  async #header({ id }: Door, path: string, signal: AbortSignal): Promise<{ mode: number; owner: FileOwner }> {
    for await (const { mode, owner = { user: 0, group: 0 } } of readTar(this.#containers.readArchive(id, path, signal)))
      return { mode, owner };
    throw new EngineError('not-found', `There is no ${path}.`);
  }

  async #put(
    { id }: Door,
    { path, data, ...entry }: Pick<TarFile, 'path' | 'kind' | 'mode' | 'owner'> & { readonly data: Uint8Array },
    signal: AbortSignal,
  ): Promise<void> {
    const file = { ...entry, path: posix.basename(path), modifiedAt: Date.now(), size: data.length, data: once(data) };
    await this.#containers.writeArchive(id, { folder: posix.dirname(path), tar: writeTar(one(file)) }, signal);
  }

  #mayWrite(): void {
    if (!this.#source.writable)
      throw new EngineError(
        'unsupported',
        'The files of an image cannot be changed. Run a container from it, and change them there.',
      );
  }

  async #inRunning(command: (door: Door) => readonly string[], signal: AbortSignal): Promise<void> {
    const door = await this.#source.running(signal);
    if (!door) {
      const what =
        this.#source.of.kind === 'volume'
          ? 'Start a container that has this volume mounted for writing'
          : 'Start the container';
      throw new EngineError(
        'unsupported',
        `Files are renamed and deleted in a running container only. ${what}, then try again.`,
      );
    }
    const words = command(door);
    const { code, output } = await run(this.#containers, { id: door.id, command: words, signal });
    if (code === 126 || code === 127)
      throw new EngineError('unsupported', `The container has no program “${words[0]}”, which is needed for this.`);
    if (code !== 0) throw new EngineError('failed', output.trim() || `“${words[0]}” ended with ${code ?? 'no code'}.`);
  }
}

/** The folder of a path itself, where a link leads there. */
function folderOf(path: string): string {
  return `${posix.dirname(path)}/.`;
}

function isWithin(root: string, path: string): boolean {
  return root === '' || path === root || path.startsWith(`${root}/`);
}

async function* one<T>(value: T): AsyncGenerator<T, void, undefined> {
  yield value;
}

async function* once(data: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (data.length > 0) yield data;
}
