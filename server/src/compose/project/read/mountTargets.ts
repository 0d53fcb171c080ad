import { posix } from './path.ts';
import type { Located, Piece } from '../model.ts';
import type { Service } from '../service.ts';
import { grants } from './names.ts';
import { volumes } from './volumes.ts';

/** A path in a service's containers at which something is mounted. */
export interface MountTarget {
  /** Clean: no `//`, no `.`, no slash at the end. */
  readonly path: string;
  readonly at: Located;
  /** The key that mounts it. */
  readonly key: 'tmpfs' | 'volumes' | 'configs' | 'secrets';
  readonly known: boolean;
}

/** Where `volumes` and `tmpfs`, and `configs` and `secrets` with a target of their own, are mounted, in this order. */
export function mountTargets(service: Pick<Service, 'value'>): MountTarget[] {
  const { value } = service;
  const tmpfs = value.get('tmpfs');
  const temporary = (tmpfs?.kind === 'sequence' ? tmpfs.items : tmpfs ? [tmpfs] : []).flatMap((item): Piece[] => {
    if (item.kind !== 'scalar' || item.value === null) return [];
    const colon = item.text.indexOf(':');
    return [colon < 0 ? item : item.part(0, colon)];
  });
  const mounted = volumes(service).flatMap(({ target, fault }) => (target && !fault ? [target] : []));
  const given = (['configs', 'secrets'] as const).flatMap((key) =>
    grants(value, key).flatMap(({ target }) => (target?.text.startsWith('/') === true ? [{ key, piece: target }] : [])),
  );
  return [
    ...temporary.map((piece) => ({ key: 'tmpfs' as const, piece })),
    ...mounted.map((piece) => ({ key: 'volumes' as const, piece })),
    ...given,
  ].map(({ key, piece }) => ({ key, at: piece, known: piece.known, path: posix(piece.text) }));
}
