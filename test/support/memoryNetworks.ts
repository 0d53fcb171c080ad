import { EngineError } from '../../client/src/engine/error.ts';
import type { Container } from '../../client/src/engine/model.ts';
import { builtInNetworks, type Network, type NetworkOperations } from '../../client/src/engine/port/network.ts';
import type { Volume, VolumeOperations } from '../../client/src/engine/port/volume.ts';

interface Holder {
  readonly containers: () => Iterable<Container>;
  readonly update: (id: string, change: Partial<Container>) => void;
}

/** The volumes of the engine in memory. */
export function memoryVolumes({ containers }: Pick<Holder, 'containers'>): VolumeOperations {
  const volumes = new Map<string, Volume>();
  const find = (name: string): Volume => {
    const volume = volumes.get(name);
    if (!volume) throw new EngineError('not-found', `get ${name}: no such volume`);
    return volume;
  };
  return {
    list: async () => [...volumes.values()],
    inspect: async (name) => ({ Name: find(name).name }),
    create: async ({
      name = volumes.size.toString(16).padStart(64, '0'),
      driver = 'local',
      options = {},
      labels = {},
    }) => {
      const known = volumes.get(name);
      if (known) return known;
      const anonymous = /^[0-9a-f]{64}$/.test(name);
      const place = { mountpoint: `/volumes/${name}`, scope: 'local' };
      const volume = { name, driver, options, labels, anonymous, createdAt: Date.now(), ...place };
      volumes.set(name, volume);
      return volume;
    },
    remove: async (name) => {
      find(name);
      const user = [...containers()].find(({ mounts }) => mounts.some((mount) => mount.name === name));
      if (user) throw new EngineError('conflict', `remove ${name}: volume is in use - [${user.id}]`);
      volumes.delete(name);
    },
  };
}

/** The networks of the engine in memory; the built-in ones are there. */
export function memoryNetworks({ containers, update }: Holder): NetworkOperations {
  const networks = new Map<string, Network>();
  const add = (network: Pick<Network, 'name'> & Partial<Network>): Network => {
    const id = (networks.size + 1).toString(16).padStart(64, 'e');
    const base = { driver: 'bridge', scope: 'local', internal: false, attachable: false, subnets: [] };
    const made: Network = { id, ...base, labels: {}, options: {}, ...network };
    networks.set(id, made);
    return made;
  };
  for (const name of builtInNetworks) add({ name });
  const find = (id: string): Network => {
    const network = [...networks.values()].find((one) => one.id === id || one.name === id);
    if (!network) throw new EngineError('not-found', `network ${id} not found`);
    return network;
  };
  const container = (id: string): Container => {
    const found = [...containers()].find((one) => one.id === id);
    if (!found) throw new EngineError('not-found', `No such container: ${id}`);
    return found;
  };
  return {
    list: async () => [...networks.values()],
    inspect: async (id) => ({ Id: find(id).id }),
    create: async (options) => {
      if ([...networks.values()].some(({ name }) => name === options.name))
        throw new EngineError('conflict', `network with name ${options.name} already exists`);
      return { id: add(options).id, warning: '' };
    },
    connect: async (id, user) => {
      const network = find(id);
      const { networks: before } = container(user);
      update(user, { networks: [...before, { name: network.name, id: network.id }] });
    },
    disconnect: async (id, user) => {
      const network = find(id);
      update(user, { networks: container(user).networks.filter((one) => one.name !== network.name) });
    },
    remove: async (id) => {
      const network = find(id);
      if (builtInNetworks.has(network.name))
        throw new EngineError('conflict', `${network.name} is a pre-defined network and cannot be removed`);
      const users = [...containers()].filter(
        ({ state, networks: own }) => state === 'running' && own.some(({ name }) => name === network.name),
      );
      if (users.length > 0)
        throw new EngineError('conflict', `error while removing network: network ${id} has active endpoints`);
      networks.delete(network.id);
    },
  };
}
