import type { Container, Network } from '../../engine/model.ts';
import type { ViewChoice } from '../viewChoice.ts';
import { filterOf } from './filter.ts';
import type { NodeOf } from './nodeKind.ts';
import { byName } from './sort.ts';
import { usersBy } from './users.ts';

export interface NetworkTreeSource {
  readonly networks: ReadonlyMap<string, Network>;
  readonly containers: ReadonlyMap<string, Container>;
}

/** The rows of the networks' view: those that somebody made by name, then the engine's own. */
export function networkRoots(
  { networks, containers }: NetworkTreeSource,
  { filter }: Pick<ViewChoice, 'filter'>,
): NodeOf<'network'>[] {
  const matches = filterOf(filter);
  // A network's id stands in no attachment of a container that was never started.
  const users = usersBy(containers.values(), ({ networks }) => networks.map(({ id, name }) => id || `name ${name}`));
  return [...networks.values()]
    .map((network) => {
      const all = [...(users.get(network.id) ?? []), ...(users.get(`name ${network.name}`) ?? [])];
      return {
        kind: 'network' as const,
        id: `network/${network.id}`,
        network,
        users: all.sort((a, b) => byName(a.name, b.name)),
      };
    })
    .filter(({ network, users }) =>
      matches([
        network.name,
        network.driver,
        network.id.slice(0, 12),
        users.length === 0 ? 'unused' : undefined,
        ...network.subnets.map(({ subnet }) => subnet),
        ...users.map(({ name }) => name),
      ]),
    )
    .sort(
      (a, b) =>
        Number(a.network.builtIn) - Number(b.network.builtIn) ||
        byName(a.network.name, b.network.name) ||
        byName(a.network.id, b.network.id),
    );
}
