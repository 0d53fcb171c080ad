import type { Container, DiskUsage, Volume } from '../../engine/model.ts';
import type { ViewChoice } from '../viewChoice.ts';
import { filterOf } from './filter.ts';
import type { NodeOf } from './nodeKind.ts';
import { byName } from './sort.ts';
import { usersBy } from './users.ts';

export interface VolumeTreeSource {
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly containers: ReadonlyMap<string, Container>;
  /** Where it was asked for: the sizes. */
  readonly usage: DiskUsage | undefined;
}

type VolumeNode = NodeOf<'volume'>;

/** The rows of the volumes' view: the named ones by name, then the anonymous ones, those in use first. */
export function volumeRoots(
  { volumes, containers, usage }: VolumeTreeSource,
  { filter }: Pick<ViewChoice, 'filter'>,
): VolumeNode[] {
  const matches = filterOf(filter);
  const users = usersBy(containers.values(), ({ mounts }) =>
    mounts.flatMap(({ name }) => (name === undefined ? [] : [name])),
  );
  const sizes = new Map(usage?.volumes.map(({ volume, size }) => [volume.name, size]));
  return [...volumes.values()]
    .map((volume) => volumeNode(volume, { users: users.get(volume.name) ?? [], size: sizes.get(volume.name) }))
    .filter(({ volume, users }) =>
      matches([
        volume.name,
        volume.driver,
        volume.anonymous ? 'anonymous' : undefined,
        users.length === 0 ? 'unused' : undefined,
        ...users.map(({ name }) => name),
      ]),
    )
    .sort(
      (a, b) =>
        Number(a.volume.anonymous) - Number(b.volume.anonymous) ||
        (a.volume.anonymous ? Number(a.users.length === 0) - Number(b.users.length === 0) : 0) ||
        byName(a.volume.name, b.volume.name),
    );
}

/** `size` in bytes, where the engine was asked. */
export function volumeNode(
  volume: Volume,
  { users, size }: { users: readonly Container[]; size: number | undefined },
): VolumeNode {
  return { kind: 'volume', id: `volume/${volume.name}`, volume, users, ...(size === undefined ? {} : { size }) };
}
