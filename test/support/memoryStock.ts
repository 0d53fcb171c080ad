import type { EngineError } from '../../client/src/engine/error.ts';
import type { Network, Volume } from '../../client/src/engine/model.ts';

export interface StockOptions<T> {
  /** Told of each list. */
  readonly onList: () => void;
  /** Throws when the engine is away. */
  readonly present: () => void;
  /** Awaited between the making of a list and its answer. */
  readonly beforeAnswer: () => Promise<void>;
  readonly emit: (action: string, thing: T) => void;
}

/** What the engine in memory has of one kind: a list, and an event for whatever is put in or taken out. */
export class MemoryStock<T> {
  readonly #things = new Map<string, T>();
  readonly #options: StockOptions<T>;
  /** Thrown by the list. */
  failing: EngineError | undefined;

  constructor(options: StockOptions<T>) {
    this.#options = options;
  }

  get all(): readonly T[] {
    return [...this.#things.values()];
  }

  add(key: string, thing: T): T {
    this.#things.set(key, thing);
    this.#options.emit('create', thing);
    return thing;
  }

  take(key: string): void {
    const thing = this.#things.get(key);
    if (thing === undefined) return;
    this.#things.delete(key);
    this.#options.emit('destroy', thing);
  }

  readonly list = async (): Promise<T[]> => {
    this.#options.onList();
    this.#options.present();
    const all = structuredClone([...this.#things.values()]);
    await this.#options.beforeAnswer();
    this.#options.present();
    if (this.failing) throw this.failing;
    return all;
  };
}

/** A volume with nothing special about it, but for what is given. */
export function aVolume(given: Partial<Volume> = {}): Volume {
  const name = given.name ?? 'data';
  return {
    name,
    driver: 'local',
    mountpoint: `/var/lib/docker/volumes/${name}/_data`,
    scope: 'local',
    createdAt: Date.UTC(2025, 11, 31),
    labels: {},
    options: {},
    anonymous: false,
    ...given,
  };
}

/** A network with nothing special about it, but for what is given. */
export function aNetwork(given: Partial<Network> = {}): Network {
  const name = given.name ?? 'shop_default';
  return {
    id: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
    name,
    driver: 'bridge',
    scope: 'local',
    createdAt: Date.UTC(2025, 11, 31),
    subnets: [{ subnet: '172.18.0.0/16', gateway: '172.18.0.1' }],
    internal: false,
    attachable: false,
    ipv6: false,
    builtIn: false,
    labels: {},
    options: {},
    ...given,
  };
}
