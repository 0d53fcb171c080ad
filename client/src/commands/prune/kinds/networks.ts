import { EngineError } from '../../../engine/error.ts';
import type { Container, Network } from '../../../engine/model.ts';
import { usersOfNetwork } from '../../../tree/nodes/users.ts';
import { formatAgo } from '../../../ui/elapsed.ts';
import { formatNames } from '../../../ui/format.ts';
import { describeUsers } from '../../image/deleteImage.ts';
import { containerName } from '../../names.ts';
import { bySize, type PruneKind } from '../kind.ts';
import { goneAlready, type Prunable } from '../plan.ts';

/** Networks that no container is in, running or not, the engine's own aside. */
export const prunableNetworks: PruneKind = {
  noun: 'network',
  icon: 'type-hierarchy',
  consequence: 'Networks hold no data; what needs one makes it again.',
  async find({ engine, containers, leaving, signal, now }) {
    const networks = (await engine.networks.list(signal)).filter(({ builtIn }) => !builtIn);
    const staying = containers.filter(({ id }) => !leaving.has(id));
    const unused = networks.filter((network) => usersOfNetwork(network, staying).length === 0);
    return {
      count: unused.length,
      none:
        networks.length === 0 ? 'there is no network but the engine’s own.' : 'every network is used by a container.',
      items: Promise.resolve(unused.map((network) => row(network, { now, containers })).sort(bySize)),
    };
  },
  async remove({ networks, containers }, { id }) {
    const now = (await networks.list()).find((network) => network.id === id);
    if (!now) return goneAlready;
    const users = usersOfNetwork(now, await containers.list());
    if (users.length > 0) return `It is used by ${describeUsers(users)} now.`;
    try {
      await networks.remove(id);
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'not-found') return goneAlready;
      throw error;
    }
    return undefined;
  },
};

function row(network: Network, { now, containers }: { now: number; containers: readonly Container[] }): Prunable {
  const { id, name, driver, createdAt, labels, subnets } = network;
  const users = usersOfNetwork(network, containers);
  const why = users.length > 0 ? `only ${formatNames(users.map(containerName))} used it` : 'no container is in it';
  return {
    id,
    name,
    noun: 'network',
    why: [why, driver, ...subnets.map(({ subnet }) => subnet)].join(' • '),
    age: `created ${formatAgo(createdAt, now)}`,
    since: createdAt,
    bytes: 0,
    shares: false,
    usual: true,
    labels,
    family: '',
    users: users.map((user) => user.id),
  };
}
