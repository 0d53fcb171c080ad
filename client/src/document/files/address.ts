import type { FilesOf } from '../../engine/files/source.ts';

/** The scheme of the files of containers, images and volumes. */
export const filesScheme = 'gantry-files';

const kinds = ['container', 'image', 'volume'] as const satisfies readonly FilesOf['kind'][];

/**
 * What has the files, as an address names it: the path behind it is the path in there. The editor writes this part in lower
 * case, which names of volumes do not survive, so all are written in hexadecimal digits.
 */
export function authorityOf({ kind, id }: FilesOf): string {
  return `${kind}.${kind === 'container' ? id : Buffer.from(id).toString('hex')}`;
}

/** What an address is about; nothing when it is none of ours. */
export function filesOf(authority: string): FilesOf | undefined {
  const [, word = '', digits] = /^([a-z]+)\.([0-9a-f]+)$/u.exec(authority) ?? [];
  const kind = kinds.find((one) => one === word);
  if (kind === undefined || digits === undefined) return undefined;
  return { kind, id: kind === 'container' ? digits : Buffer.from(digits, 'hex').toString('utf8') };
}
