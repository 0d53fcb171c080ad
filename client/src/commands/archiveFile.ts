import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { readTar } from '../engine/archive/readTar.ts';
import { EngineError } from '../engine/error.ts';

/** How compressed archives begin that engines unpack by themselves: gzip, bzip2, xz, zstd. */
const compressed = ['1f8b', '425a68', 'fd377a585a00', '28b52ffd'];

/** Nothing is emptied or made for a file that is no archive. Throws `invalid`. */
export async function checkArchive(path: string): Promise<void> {
  const head: Uint8Array[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: 511 })) head.push(chunk as Uint8Array);
  } catch (error) {
    throw new EngineError('invalid', `${path} cannot be read.`, { cause: error });
  }
  const bytes = Buffer.concat(head);
  if (compressed.some((magic) => bytes.toString('hex').startsWith(magic))) return;
  try {
    await readTar(Readable.from([bytes])).next();
  } catch (error) {
    throw new EngineError('invalid', `${path} is not a tar archive.`, { cause: error });
  }
}
