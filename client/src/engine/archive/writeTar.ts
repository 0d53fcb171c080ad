import { EngineError } from '../error.ts';
import { blockSize, padding, type EntryKind, type FileOwner, type TarEntry, type TarFile } from './entry.ts';

/** Writes a tar archive (POSIX pax) at the reader's pace. Throws `failed` when a file's size is another than was said. */
export async function* writeTar(files: AsyncIterable<TarFile>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const file of files) {
    yield entryHeader(file);
    let written = 0;
    for await (const part of file.data) {
      written += part.length;
      if (written > file.size) break;
      yield part;
    }
    if (written !== file.size)
      throw new EngineError('failed', `“${file.path}” changed while it was read. Try again when nothing writes to it.`);
    yield Buffer.alloc(padding(file.size));
  }
  yield Buffer.alloc(2 * blockSize);
}

const types: Readonly<Record<EntryKind, string>> = { file: '0', hardLink: '1', link: '2', folder: '5', other: '0' };
/** What eleven octal digits have room for. */
const largestSize = 0o77777777777;
/** What seven have room for. */
const largestId = 0o7777777;

const root: FileOwner = { user: 0, group: 0 };

function entryHeader(entry: TarEntry): Buffer {
  const path = entry.kind === 'folder' ? `${entry.path}/` : entry.path;
  const target = entry.target ?? '';
  const { user, group } = entry.owner ?? root;
  const attributes = [
    ...(fits(path) ? [] : [paxLine('path', path)]),
    ...(fits(target) ? [] : [paxLine('linkpath', target)]),
    ...(entry.size <= largestSize ? [] : [paxLine('size', String(entry.size))]),
    ...(user <= largestId ? [] : [paxLine('uid', String(user))]),
    ...(group <= largestId ? [] : [paxLine('gid', String(group))]),
  ];
  const plain = header({ ...entry, path, target, type: types[entry.kind] });
  if (attributes.length === 0) return plain;
  const data = Buffer.concat(attributes);
  const pax = header({ ...entry, path: 'pax', target: '', size: data.length, mode: 0o644, type: 'x' });
  return Buffer.concat([pax, data, Buffer.alloc(padding(data.length)), plain]);
}

/** The old fields take 100 bytes, and of other letters than ASCII nobody knows the encoding. */
function fits(text: string): boolean {
  return text.length <= 100 && /^[\x20-\x7e]*$/.test(text);
}

function paxLine(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  // Its own digits may have made it one longer.
  length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

function header(entry: Omit<TarEntry, 'kind'> & { readonly target: string; readonly type: string }): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write(entry.path, 0, 100);
  block.write(octal(entry.mode, 7), 100);
  const { user, group } = entry.owner ?? root;
  block.write(octal(Math.min(user, largestId), 7), 108);
  block.write(octal(Math.min(group, largestId), 7), 116);
  block.write(octal(Math.min(entry.size, largestSize), 11), 124);
  block.write(octal(Math.max(0, Math.floor(entry.modifiedAt / 1000)), 11), 136);
  block.write('        ', 148);
  block.write(entry.type, 156);
  block.write(entry.target, 157, 100);
  block.write('ustar\u000000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148);
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
