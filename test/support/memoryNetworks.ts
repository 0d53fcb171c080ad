import { EngineError } from '../../client/src/engine/error.ts';
import type { Container, Network, Volume } from '../../client/src/engine/model.ts';
import type { NetworkOperations } from '../../client/src/engine/port/network.ts';
import type { VolumeOperations } from '../../client/src/engine/port/volume.ts';
import { aNetwork, aVolume, MemoryStock, type StockOptions } from './memoryStock.ts';

interface Users {
  readonly containers: () => Iterable<Container>;
}

/** The volumes of the engine in memory. */
export class MemoryVolumes extends MemoryStock<Volume> implements VolumeOperations {
  readonly #containers: Users['containers'];

  constructor({ containers, ...options }: StockOptions<Volume> & Users) {
    super(options);
    this.#containers = containers;
  }

  readonly inspect: VolumeOperations['inspect'] = async (name) => ({ Name: this.#find(name).name });

  readonly create: VolumeOperations['create'] = async (given) => {
    const { name = String(this.all.length).padStart(64, '0') } = given;
    const known = this.all.find((volume) => volume.name === name);
    return known ?? this.add(name, aVolume({ ...given, name, anonymous: /^\d{64}$/.test(name) }));
  };

  readonly remove: VolumeOperations['remove'] = async (name) => {
    this.#find(name);
    const user = [...this.#containers()].find(({ mounts }) => mounts.some((mount) => mount.name === name));
    if (user) throw new EngineError('conflict', `remove ${name}: volume is in use - [${user.id}]`);
    this.take(name);
  };

  #find(name: string): Volume {
    const volume = this.all.find((one) => one.name === name);
    if (!volume) throw new EngineError('not-found', `get ${name}: no such volume`);
    return volume;
  }
}

type NetworkOptions = StockOptions<Network> &
  Users & { readonly update: (id: string, change: Partial<Container>) => void };

/** The networks of the engine in memory. */
export class MemoryNetworks extends MemoryStock<Network> implements NetworkOperations {
  readonly #options: NetworkOptions;

  constructor(options: NetworkOptions) {
    super(options);
    this.#options = options;
  }

  readonly inspect: NetworkOperations['inspect'] = async (id) => ({ Id: this.#find(id).id });

  readonly create: NetworkOperations['create'] = async (given) => {
    if (this.all.some(({ name }) => name === given.name))
      throw new EngineError('conflict', `network with name ${given.name} already exists`);
    const network = aNetwork(given);
    this.add(network.id, network);
    return { id: network.id, warning: '' };
  };

  readonly connect: NetworkOperations['connect'] = async (id, user) => {
    const network = this.#find(id);
    const { networks } = this.#container(user);
    this.#options.update(user, { networks: [...networks, { name: network.name, id: network.id }] });
  };

  readonly disconnect: NetworkOperations['disconnect'] = async (id, user) => {
    const network = this.#find(id);
    const { networks } = this.#container(user);
    this.#options.update(user, { networks: networks.filter(({ name }) => name !== network.name) });
  };

  readonly remove: NetworkOperations['remove'] = async (id) => {
    if (id === 'bridge') throw new EngineError('conflict', `${id} is a pre-defined network and cannot be removed`);
    const network = this.#find(id);
    const users = [...this.#options.containers()].filter(
      ({ state, networks }) => state === 'running' && networks.some(({ name }) => name === network.name),
    );
    if (users.length > 0) throw new EngineError('conflict', `network ${network.name} has active endpoints`);
    this.take(network.id);
  };

  #find(id: string): Network {
    const network = this.all.find((one) => one.id === id || one.name === id);
    if (!network) throw new EngineError('not-found', `network ${id} not found`);
    return network;
  }

  #container(id: string): Container {
    const container = [...this.#options.containers()].find((one) => one.id === id);
    if (!container) throw new EngineError('not-found', `No such container: ${id}`);
    return container;
  }
}
