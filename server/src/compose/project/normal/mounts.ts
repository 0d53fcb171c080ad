import { posix } from 'node:path';
import type { Value } from '../model.ts';
import { absolutePath } from '../paths.ts';
import { volumes } from '../read/volumes.ts';
import type { Service } from '../service.ts';
import { compact, isPlainMapping, type Plain, plainOf } from './plain.ts';
import { size } from './units.ts';

/** What is mounted into a service, in the long form; of two at one place the later. */
export function mountsOf(service: Service): Plain[] {
  const all = new Map<string, Plain>();
  for (const mount of volumes(service)) {
    const { item, form: written, type, readOnly } = mount;
    const long = written === 'long' ? plainOf(item) : {};
    const own = isPlainMapping(long) ? long : {};
    const target = cleanTarget(mount.target?.text ?? '');
    const option = (words: readonly string[]): string | undefined =>
      mount.options.find(({ text }) => words.includes(text))?.text;
    const bind = {
      ...(option(propagations) !== undefined && { propagation: option(propagations) ?? '' }),
      ...(option(['z', 'Z']) !== undefined && { selinux: option(['z', 'Z']) ?? '' }),
    };
    const source =
      type === 'bind' && mount.source
        ? (pathOfPiece(mount.source.text, item) ?? mount.source.text)
        : mount.source?.text;
    all.set(
      target,
      compact({
        ...own,
        type,
        source,
        target,
        read_only: readOnly,
        ...(written === 'short' && type === 'bind' && { bind }),
        ...(written === 'short' &&
          type === 'volume' && { volume: option(['nocopy']) === undefined ? {} : { nocopy: true } }),
        tmpfs: temporary(own['tmpfs']),
      }),
    );
  }
  return [...all.values()];
}

function temporary(tmpfs: Plain | undefined): Plain | undefined {
  const bytes = isPlainMapping(tmpfs) ? tmpfs['size'] : undefined;
  const known = typeof bytes === 'string' || typeof bytes === 'number';
  return isPlainMapping(tmpfs) && known ? { ...tmpfs, size: size(String(bytes)) } : tmpfs;
}

function cleanTarget(target: string): string {
  const clean = posix.normalize(target);
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}

const propagations = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'];

function pathOfPiece(text: string, { origin }: Value): string | undefined {
  if (/^(?:[a-zA-Z]:[\\/]|\\\\)/.test(text)) return text;
  if (text.startsWith('/')) return text;
  return absolutePath({ text, known: true }, origin);
}
