import type {
  ContainerOperations,
  Endpoint,
  Engine,
  EventOptions,
  RegistryCredentials,
} from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { Container, DiskUsage, EngineEvent, EngineObjectType, Image } from '../../client/src/engine/model.ts';
import { EventFeed } from './eventFeed.ts';
import { memoryImages } from './memoryImages.ts';
import { MemoryNetworks, MemoryVolumes } from './memoryNetworks.ts';
import { MemoryStats } from './memoryStats.ts';
import { MemorySwarm } from './memorySwarm.ts';
import { MemoryWork } from './memoryWork.ts';

/**
 * An engine in memory: holds containers and images, does what the views need, and tells of it by the events that Docker
 * sends (`test/support/engineContract.ts` holds both to the same). What it cannot do says `unsupported`.
 */
export class MemoryEngine implements Engine {
  readonly #containers = new Map<string, Container>();
  readonly #images = new Map<string, Image>();
  readonly #feeds = new Set<EventFeed>();
  readonly #work = new MemoryWork({
    container: (id) => this.#container(id),
    addImage: (image) => this.addImage(image),
  });
  #away: EngineError | undefined;
  #ids = 0;
  /** Every list that was asked for: `containers`, `containers 3` (ids asked for), `images`. */
  readonly lists: string[] = [];
  host = 'unix:///var/run/docker.sock';
  /** Awaited by every list after it has been made and before it is answered. */
  beforeAnswer: () => Promise<void> = async () => {};
  /** Thrown by the lists of that kind. */
  failing: { containers?: EngineError; images?: EngineError } = {};

  /** Breaks every connection and refuses new ones until `comeBack`. */
  goAway(error = new EngineError('not-running', `${this.host} refuses the connection.`)): void {
    this.#away = error;
    for (const feed of this.#feeds) feed.fail(new EngineError('lost', 'The connection broke.'));
  }

  comeBack(): void {
    this.#away = undefined;
  }

  /** How many streams of events are open. */
  get streams(): number {
    return this.#feeds.size;
  }

  async endpoint(): Promise<Endpoint> {
    return { host: this.host, source: 'default', context: 'default' };
  }

  async version(_signal?: AbortSignal): ReturnType<Engine['version']> {
    this.#present();
    return { version: '20.10.24', apiVersion: '1.41', os: 'linux', arch: 'amd64' };
  }

  async *events({ types, onOpen }: EventOptions, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    this.#present();
    const feed = new EventFeed((type) => types?.includes(type) ?? true);
    const stop = (): void => {
      feed.end();
    };
    signal.addEventListener('abort', stop);
    this.#feeds.add(feed);
    try {
      onOpen?.();
      yield* feed.events();
    } finally {
      this.#feeds.delete(feed);
      signal.removeEventListener('abort', stop);
    }
  }

  // oxlint-disable-next-line require-yield -- it fails before there is anything to tell
  async *build(): ReturnType<Engine['build']> {
    throw unsupported();
  }

  /** Sends an event as it is, for what this engine does not do by itself. */
  emit(type: EngineObjectType, action: string, id: string, attributes: Readonly<Record<string, string>> = {}): void {
    for (const feed of this.#feeds) feed.push({ type, action, id, attributes, time: Date.now() });
  }

  /** Changes a container's record and sends these events, in one go. */
  update(id: string, change: Partial<Container>, ...actions: readonly string[]): void {
    const container = this.#container(id);
    this.#containers.set(id, { ...container, ...change });
    for (const action of actions) this.emit('container', action, id, { name: container.name });
  }

  /** Adds a container as it is; the engine tells only of its creation. */
  addContainer(given: Partial<Container> = {}): Container {
    const id = given.id ?? (++this.#ids).toString(16).padStart(64, '0');
    const container: Container = {
      id,
      name: `container-${this.#ids}`,
      image: 'busybox:latest',
      imageId: `sha256:${'0'.repeat(64)}`,
      command: 'sleep 1000',
      createdAt: Date.UTC(2025, 11, 31),
      state: 'created',
      status: 'Created',
      health: 'none',
      ports: [],
      mounts: [],
      networks: [],
      labels: {},
      ...given,
    };
    this.#containers.set(id, container);
    this.emit('container', 'create', id, { name: container.name });
    return container;
  }

  addImage(given: Partial<Image> = {}): Image {
    const id = given.id ?? `sha256:${(++this.#ids).toString(16).padStart(64, '0')}`;
    const tags = given.tags ?? [];
    const digests = given.digests ?? [];
    const dangling = tags.length + digests.length === 0;
    const base = { createdAt: Date.UTC(2025, 11, 31), size: 4_200_000, labels: {} };
    const image: Image = { ...base, ...given, id, tags, digests, dangling };
    this.#images.set(id, image);
    for (const tag of tags) this.emit('image', 'tag', id, { name: tag });
    return image;
  }

  readonly volumes = new MemoryVolumes({
    onList: () => this.lists.push('volumes'),
    present: () => this.#present(),
    beforeAnswer: () => this.beforeAnswer(),
    emit: (action, { name }) => this.emit('volume', action, name),
    containers: () => this.#containers.values(),
  });

  readonly networks = new MemoryNetworks({
    onList: () => this.lists.push('networks'),
    present: () => this.#present(),
    beforeAnswer: () => this.beforeAnswer(),
    emit: (action, { id, name }) => this.emit('network', action, id, { name }),
    containers: () => this.#containers.values(),
    update: (id, change) => this.update(id, change),
  });

  readonly stats = new MemoryStats();
  /** More of a container's own record, by id. */
  readonly inspected = new Map<string, object>();
  usage: DiskUsage = { at: 0, layersSize: 0, images: [], containers: [], volumes: [], buildCache: [] };

  readonly swarm = new MemorySwarm((type, action, id) => this.emit(type, action, id));
  readonly system = {
    diskUsage: async (): Promise<DiskUsage> => {
      this.lists.push('usage');
      this.#present();
      return this.usage;
    },
    info: async () => {
      this.#present();
      return { version: { Version: '20.10.24' }, info: { Name: 'memory' } };
    },
    checkCredentials: async ({ password }: RegistryCredentials) => {
      this.#present();
      if (password === 'wrong')
        throw new EngineError('unauthorized', 'login attempt failed with status: 401 Unauthorized');
      return {};
    },
    pruneBuildCache: async (id: string) => {
      this.#present();
      const { buildCache } = this.usage;
      const entry = buildCache.find((one) => one.id === id);
      if (!entry || entry.inUse || buildCache.some(({ parents }) => parents.includes(id)))
        return { removed: [], bytes: 0 };
      this.usage = { ...this.usage, buildCache: buildCache.filter((one) => one !== entry) };
      return { removed: [id], bytes: entry.size };
    },
  };

  readonly containers: ContainerOperations = {
    ...this.#work.operations,
    list: async (options = {}) => {
      const { ids, labels = [] } = options;
      this.lists.push(ids ? `containers ${ids.length}` : 'containers');
      this.#present();
      const all = [...this.#containers.values()].filter(
        (container) => (ids?.includes(container.id) ?? true) && labels.every((label) => isLabelled(container, label)),
      );
      await this.beforeAnswer();
      this.#present();
      if (this.failing.containers) throw this.failing.containers;
      // Every answer is a record of its own, as one that came over a wire.
      return structuredClone(all);
    },
    inspect: async (id) => ({ Id: this.#container(id).id, ...this.inspected.get(id) }),
    stats: (id, signal) => this.stats.read(id, signal),
    create: async (options) => {
      this.#present();
      const { image, name, labels = {} } = options;
      if (name !== undefined) this.#claim(name);
      const madeOf = [...this.#images.values()].find(({ id, tags }) => id === image || tags.includes(image));
      const imageId = madeOf ? { imageId: madeOf.id } : {};
      const { id } = this.addContainer({ image, labels, ...imageId, ...(name === undefined ? {} : { name }) });
      this.#work.made(id, options);
      return { id, warnings: [] };
    },
    start: async (id) => {
      if (this.#container(id).state === 'running') return;
      this.update(id, { state: 'running', status: 'Up Less than a second' }, 'start');
    },
    stop: async (id) => {
      if (this.#container(id).state !== 'running') return;
      const change = { state: 'exited', status: 'Exited (137) Less than a second ago', exitCode: 137 } as const;
      this.update(id, change, 'kill', 'die', 'stop');
    },
    restart: async (id) => {
      this.update(id, { state: 'running', status: 'Up Less than a second' }, 'kill', 'die', 'stop', 'start', 'restart');
    },
    pause: async (id) => {
      this.update(id, { state: 'paused', status: 'Up 1 second (Paused)' }, 'pause');
    },
    unpause: async (id) => {
      this.update(id, { state: 'running', status: 'Up 1 second' }, 'unpause');
    },
    kill: async (id) => {
      this.update(id, { state: 'exited', status: 'Exited (137) Less than a second ago', exitCode: 137 }, 'kill', 'die');
    },
    rename: async (id, name) => {
      this.#claim(name);
      this.update(id, { name }, 'rename');
    },
    remove: async (id, { force = false } = {}) => {
      const { name, state } = this.#container(id);
      if (state === 'running' && !force)
        throw new EngineError('conflict', `You cannot remove a running container ${id}.`);
      if (state === 'running') for (const action of ['kill', 'die']) this.emit('container', action, id, { name });
      this.#containers.delete(id);
      this.emit('container', 'destroy', id, { name });
    },
    sizes: async () => new Map(),
    // oxlint-disable-next-line require-yield -- it fails before there is anything to tell
    logs: async function* () {
      throw unsupported();
    },
    exec: async () => {
      throw unsupported();
    },
    attach: async () => {
      throw unsupported();
    },
  };

  readonly images = memoryImages({
    images: this.#images,
    containers: () => this.#containers.values(),
    add: (image) => this.addImage(image),
    present: () => this.#present(),
    onList: async () => {
      this.lists.push('images');
      this.#present();
      await this.beforeAnswer();
      this.#present();
      if (this.failing.images) throw this.failing.images;
    },
    emit: (action, id, name) => this.emit('image', action, id, { name }),
  });

  #container(id: string): Container {
    this.#present();
    const container = this.#containers.get(id);
    if (!container) throw new EngineError('not-found', `No such container: ${id}`);
    return container;
  }

  #claim(name: string): void {
    for (const container of this.#containers.values())
      if (container.name === name)
        throw new EngineError('conflict', `The container name "/${name}" is already in use.`);
  }

  #present(): void {
    if (this.#away) throw this.#away;
  }
}

/** `key` or `key=value`. */
function isLabelled({ labels }: Container, label: string): boolean {
  const [key = '', ...value] = label.split('=');
  return value.length === 0 ? key in labels : labels[key] === value.join('=');
}

function unsupported(): EngineError {
  return new EngineError('unsupported', 'The engine in memory cannot do that.');
}
