import { asBytes, asNumber, asText, MessageWriter, readFields } from './protobuf.ts';
import type { TreeEntry } from './walk.ts';

/** The packets of fsutil's protocol, which BuildKit copies files by (https://github.com/tonistiigi/fsutil, `types/wire.proto`). */
export const packet = { stat: 0, request: 1, data: 2, finish: 3, error: 4 } as const;

/** A piece of a file; an empty one is its end. */
export function encodeData(id: number, data: Uint8Array): Buffer {
  return new MessageWriter().number(1, packet.data).number(3, id).bytes(4, data).finish();
}

/** What the builder sends: a request for a file's data, the end, or an error's text. */
export function decodePacket(message: Uint8Array): { type: number; id: number; text: string } {
  let [type, id, text] = [0, 0, ''];
  for (const field of readFields(message)) {
    if (field.number === 1) type = asNumber(field.value);
    if (field.number === 3) id = asNumber(field.value);
    if (field.number === 4) text = asText(asBytes(field.value));
  }
  return { type, id, text };
}

/** A stat packet. An empty packet is the end of them. */
export function encodeEntry(entry: TreeEntry): Buffer {
  return new MessageWriter().message(2, encodeStat(entry)).finish();
}

export function encodeFinish(): Buffer {
  return new MessageWriter().number(1, packet.finish).finish();
}

/** fsutil's `Stat`, with the mode as Go's `os.FileMode` has it; user and group are root's, as with `docker build`. */
function encodeStat({ link = '', path, stat }: TreeEntry): Buffer {
  return new MessageWriter()
    .text(1, path)
    .number(2, goMode(stat))
    .number(5, stat.isFile() ? stat.size : 0)
    .number(6, stat.mtimeNs)
    .text(7, link)
    .finish();
}

function goMode(stat: TreeEntry['stat']): number {
  const mode = Number(stat.mode);
  // Windows knows no permissions; docker build sends these there.
  if (process.platform === 'win32') return kindBits(stat) + 0o755;
  const special = (mode & 0o4000 ? 1 << 23 : 0) | (mode & 0o2000 ? 1 << 22 : 0) | (mode & 0o1000 ? 1 << 20 : 0);
  return kindBits(stat) + special + (mode & 0o777);
}

function kindBits(stat: TreeEntry['stat']): number {
  if (stat.isDirectory()) return 2 ** 31;
  if (stat.isSymbolicLink()) return 1 << 27;
  return stat.isFIFO() ? 1 << 25 : 0;
}
