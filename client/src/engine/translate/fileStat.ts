import type { FileStat } from '../port/container.ts';
import { number, record, text } from './read.ts';

/** Go's bits of a file's mode, which differ from Unix's above the permissions. */
const go = { folder: 2 ** 31, link: 2 ** 27, device: 2 ** 26, pipe: 2 ** 25, socket: 2 ** 24 } as const;
const special = [
  [2 ** 23, 0o4000],
  [2 ** 22, 0o2000],
  [2 ** 20, 0o1000],
] as const;

/** Reads the header `X-Docker-Container-Path-Stat`: base64 of JSON. */
export function toFileStat(header: string | readonly string[] | undefined): FileStat {
  const item = record(JSON.parse(Buffer.from(String(header ?? ''), 'base64').toString('utf8') || '{}'));
  const mode = number(item['mode']);
  const has = (bit: number): boolean => Math.floor(mode / bit) % 2 === 1;
  const other = has(go.device) || has(go.pipe) || has(go.socket);
  const target = text(item['linkTarget']);
  return {
    name: text(item['name']),
    kind: has(go.folder) ? 'folder' : has(go.link) ? 'link' : other ? 'other' : 'file',
    size: number(item['size']),
    mode: special.reduce((bits, [from, to]) => bits + (has(from) ? to : 0), mode % 0o1000),
    modifiedAt: Date.parse(text(item['mtime'])) || 0,
    ...(target && { linkTarget: target }),
  };
}
