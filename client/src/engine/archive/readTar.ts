import { EngineError } from '../error.ts';
import { ByteReader } from './bytes.ts';
import { blockSize, padding, type EntryKind, type FileOwner, type TarFile } from './entry.ts';

/**
 * Takes a tar archive apart while it comes: POSIX ustar and pax, GNU's long names and large numbers. An entry's bytes are
 * to be read before the next entry is asked for; what is not read of them is skipped. Throws `failed` for what is no tar.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile, void, undefined> {
  const bytes = new ByteReader(source);
  try {
    let more: Extension = {};
    for (;;) {
      const block = await bytes.exactly(blockSize);
      if (!block || block.every((byte) => byte === 0)) break;
      const header = readHeader(block);
      const extended = await readExtension(bytes, header);
      if (extended) {
        more = Object.assign(more, extended);
        continue;
      }
      yield* oneFile(bytes, { ...header, ...more });
      more = {};
    }
    // The engine goes on to its last block; a connection that is read to its end is used again.
    while (await bytes.some(1 << 20));
  } finally {
    await bytes.close();
  }
}

interface Header {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly modifiedAt: number;
  readonly user: number;
  readonly group: number;
  readonly type: string;
  readonly target: string;
}
type Extension = Partial<Pick<Header, 'path' | 'target' | 'size' | 'modifiedAt' | 'user' | 'group'>>;

async function* oneFile(bytes: ByteReader, header: Header): AsyncGenerator<TarFile, void, undefined> {
  const { path, mode, modifiedAt, type, target } = header;
  const kind = kinds[type] ?? 'other';
  const size = kind === 'link' || kind === 'hardLink' || kind === 'folder' ? 0 : header.size;
  let left = size;
  const data = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    while (left > 0) {
      const part = await bytes.some(left);
      if (!part) throw new EngineError('failed', `The archive ends in the middle of “${path}”.`);
      left -= part.length;
      yield part;
    }
  };
  const plain = path.replace(/(?<=.)\/+$/, '');
  const owner: FileOwner = { user: header.user, group: header.group };
  yield { path: plain, kind, mode, modifiedAt, owner, size, ...(target && { target }), data: data() };
  for await (const _skipped of data());
  await bytes.exactly(padding(size));
}

const kinds: Readonly<Record<string, EntryKind>> = {
  '0': 'file',
  '': 'file',
  '7': 'file',
  '1': 'hardLink',
  '2': 'link',
  '5': 'folder',
};

function readHeader(block: Buffer): Header {
  const stated = octal(block, 148, 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (stated !== sum) throw new EngineError('failed', 'This is not a tar archive, or a broken one.');
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? field(block, 345, 155) : '';
  const name = field(block, 0, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    mode: octal(block, 100, 8) & 0o7777,
    user: octal(block, 108, 8),
    group: octal(block, 116, 8),
    size: octal(block, 124, 12),
    modifiedAt: octal(block, 136, 12) * 1000,
    type: field(block, 156, 1),
    target: field(block, 157, 100),
  };
}

/** What comes before an entry and says more of it; nothing when this is an entry itself. */
async function readExtension(bytes: ByteReader, { type, size }: Header): Promise<Extension | undefined> {
  if (!['x', 'g', 'L', 'K'].includes(type)) return undefined;
  // A name or a few attributes; more than this is no honest archive.
  if (size > 1 << 20) throw new EngineError('failed', 'The archive has a header of more than 1 MB.');
  const data = (await bytes.exactly(size)) ?? Buffer.alloc(0);
  await bytes.exactly(padding(size));
  const text = data.toString('utf8').replace(/\0+$/, '');
  if (type === 'L') return { path: text };
  if (type === 'K') return { target: text };
  return type === 'x' ? paxAttributes(data) : {};
}

/** Lines of `length key=value`, where the length counts the whole line in bytes. */
function paxAttributes(data: Buffer): Extension {
  const found: { -readonly [K in keyof Extension]: Extension[K] } = {};
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(0x20, at);
    const length = Number(data.toString('latin1', at, space));
    if (space < 0 || !(length > 0)) break;
    const [key = '', ...value] = data.toString('utf8', space + 1, at + length - 1).split('=');
    const text = value.join('=');
    if (key === 'path') found.path = text;
    if (key === 'linkpath') found.target = text;
    if (key === 'size') found.size = Number(text);
    if (key === 'uid') found.user = Number(text);
    if (key === 'gid') found.group = Number(text);
    if (key === 'mtime') found.modifiedAt = Number(text) * 1000;
    at += length;
  }
  return found;
}

function field(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return block.toString('utf8', at, end < 0 || end > at + length ? at + length : end);
}

/** Digits, or with the first bit set GNU's binary form for what digits have no room for. */
function octal(block: Buffer, at: number, length: number): number {
  const first = block[at] ?? 0;
  if ((first & 0x80) === 0) return Number.parseInt(field(block, at, length).trim() || '0', 8) || 0;
  return block.subarray(at + 1, at + length).reduce((value, byte) => value * 256 + byte, first & 0x7f);
}
