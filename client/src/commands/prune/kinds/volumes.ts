import { EngineError } from '../../../engine/error.ts';
import type { Container, Volume } from '../../../engine/model.ts';
import { usersOfVolume } from '../../../tree/nodes/users.ts';
import { formatAgo } from '../../../ui/elapsed.ts';
import { formatNames } from '../../../ui/format.ts';
import { describeUsers } from '../../image/deleteImage.ts';
import { containerName } from '../../names.ts';
import { volumeName } from '../../volume/name.ts';
import { bySize, type PruneKind } from '../kind.ts';
import { goneAlready, type Prunable } from '../plan.ts';

/** Volumes that no container has, running or not; of these the anonymous ones are the usual. */
export const prunableVolumes: PruneKind = {
  noun: 'volume',
  icon: 'database',
  consequence: 'Their files are gone then. “Back up to tar…” keeps them.',
  async find({ engine, containers, leaving, signal, now, usage }) {
    const volumes = await engine.volumes.list(signal);
    const staying = containers.filter(({ id }) => !leaving.has(id));
    const unused = volumes.filter((volume) => usersOfVolume(volume, staying).length === 0);
    return {
      count: unused.length,
      none: volumes.length === 0 ? 'there is no volume.' : 'every volume is used by a container.',
      items: usage().then((used) => {
        const sizes = new Map(used.volumes.map(({ volume, size }) => [volume.name, size]));
        return unused.map((volume) => row(volume, { bytes: sizes.get(volume.name), now, containers })).sort(bySize);
      }),
    };
  },
  async remove({ volumes, containers }, { id }) {
    const users = usersOfVolume({ name: id }, await containers.list());
    if (users.length > 0) return `It is used by ${describeUsers(users)} now.`;
    try {
      await volumes.remove(id);
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'not-found') return goneAlready;
      throw error;
    }
    return undefined;
  },
};

const projectLabel = 'com.docker.compose.project';

function row(
  volume: Volume,
  { bytes, now, containers }: { bytes: number | undefined; now: number; containers: readonly Container[] },
): Prunable {
  const { name, anonymous, createdAt, labels } = volume;
  const users = usersOfVolume(volume, containers);
  const project = labels[projectLabel];
  const why = users.length > 0 ? `only ${formatNames(users.map(containerName))} used it` : 'no container uses it';
  return {
    id: name,
    name: volumeName(volume),
    noun: 'volume',
    why: [
      why,
      ...(anonymous ? ['anonymous'] : []),
      ...(project === undefined ? [] : [`of the project ${project}`]),
    ].join(' • '),
    age: createdAt === undefined ? 'age unknown' : `created ${formatAgo(createdAt, now)}`,
    ...(createdAt === undefined ? {} : { since: createdAt }),
    bytes,
    shares: false,
    usual: anonymous,
    labels,
    family: '',
    users: users.map((user) => user.id),
  };
}
