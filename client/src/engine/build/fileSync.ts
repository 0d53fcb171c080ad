import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { followLinks } from './followLinks.ts';
import { GrpcError, grpcStatus, type GrpcCall, type Metadata } from './grpc.ts';
import { Patterns } from './patterns.ts';
import { decodePacket, encodeData, encodeEntry, encodeFinish, packet } from './packets.ts';
import { namedFiles, unreadable, walkTree, type TreeEntry, type TreeFilter } from './walk.ts';

/** A folder that the builder may read from. */
export interface SharedFolder {
  readonly path: string;
  /** Only the files of these names, through links; everything when absent. */
  readonly only?: readonly string[];
}

/** How many files are read side by side. */
const readers = 4;
const chunkSize = 64 * 1024;
/** What was a file at the walk must not have become a link out of the context since. Windows has no such flag. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/**
 * `moby.filesync.v1.FileSync/DiffCopy`: tells the builder what is in the folder that it names, filtered as it says, and
 * sends the contents of the files that it then asks for, because it has not got them or not as they are now.
 */
export async function diffCopy(call: GrpcCall, folders: Readonly<Record<string, SharedFolder>>): Promise<void> {
  const name = values(call.metadata, 'dir-name')[0] ?? '';
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (!folder) throw new GrpcError(grpcStatus.notFound, `no folder "${name}" is offered`);
  const root = await realpath(folder.path);
  const entries = folder.only ? namedFiles(root, folder.only) : walkTree(root, await filterOf(call.metadata, root));
  const sender = new Sender(call, root, folder.only ? 0 : noFollow);
  const done = Promise.all([sender.tell(entries), sender.serve()]);
  await Promise.race([done, sender.failed]);
}

async function filterOf(metadata: Metadata, root: string): Promise<TreeFilter> {
  const include = values(metadata, 'include-patterns');
  const follow = values(metadata, 'followpaths');
  const followed = follow.length === 0 ? [] : await followLinks(root, follow);
  const wanted = followed === undefined ? include : [...include, ...followed];
  const unwanted = values(metadata, 'exclude-patterns');
  return {
    include: wanted.length > 0 ? new Patterns(wanted) : undefined,
    exclude: unwanted.length > 0 ? new Patterns(unwanted) : undefined,
  };
}

/** A header's values; `name-encoded: 1` says that they are URL-encoded, because they are not ASCII. */
function values(metadata: Metadata, name: string): readonly string[] {
  const plain = metadata.get(name) ?? [];
  if (metadata.get(`${name}-encoded`)?.[0] !== '1') return plain;
  return plain.map((value) => decodeURIComponent(value.replaceAll('+', ' ')));
}

class Sender {
  readonly #call: GrpcCall;
  readonly #root: string;
  readonly #flags: number;
  /** By the number of their stat packet. */
  readonly #files = new Map<number, string>();
  readonly #requested: number[] = [];
  #reading = 0;
  #fail: (error: unknown) => void = () => {};
  /** Rejects when a file that was asked for cannot be sent. */
  readonly failed = new Promise<never>((_resolve, reject) => {
    this.#fail = reject;
  });

  constructor(call: GrpcCall, root: string, flags: number) {
    this.#flags = flags;
    this.#call = call;
    this.#root = root;
  }

  /** Sends a stat packet for each entry, and an empty one at the end. */
  async tell(entries: AsyncIterable<TreeEntry>): Promise<void> {
    let id = 0;
    for await (const entry of entries) {
      if (entry.stat.isFile()) this.#files.set(id, entry.path);
      id += 1;
      await this.#call.send(encodeEntry(entry));
    }
    await this.#call.send(new Uint8Array());
  }

  /** Answers requests until the builder has all that it wants. */
  async serve(): Promise<void> {
    for await (const message of this.#call.messages) {
      const { id, text, type } = decodePacket(message);
      if (type === packet.error) throw new Error(text);
      if (type === packet.request) this.#request(id);
      if (type !== packet.finish) continue;
      await this.#call.send(encodeFinish());
      return;
    }
  }

  #request(id: number): void {
    this.#requested.push(id);
    if (this.#reading < readers) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading += 1;
    try {
      for (let id = this.#requested.shift(); id !== undefined; id = this.#requested.shift()) await this.#sendFile(id);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading -= 1;
    }
  }

  /** The file's bytes, then an empty data packet. */
  async #sendFile(id: number): Promise<void> {
    const path = this.#files.get(id);
    if (path === undefined) throw new Error(`file ${id} was never offered`);
    this.#files.delete(id);
    const full = join(this.#root, path);
    const file = await open(full, constants.O_RDONLY | this.#flags).catch((error: unknown) => {
      throw unreadable(full, error);
    });
    try {
      const buffer = Buffer.allocUnsafe(chunkSize);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, chunkSize).catch((error: unknown) => {
          throw unreadable(full, error);
        });
        await this.#call.send(encodeData(id, buffer.subarray(0, bytesRead)));
        if (bytesRead === 0) return;
      }
    } finally {
      await file.close();
    }
  }
}
