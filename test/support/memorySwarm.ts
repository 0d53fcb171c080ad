import type {
  ServiceLine,
  Swarm,
  SwarmNode,
  SwarmOperations,
  SwarmService,
  SwarmTask,
} from '../../client/src/engine/port/swarm.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { EngineObjectType } from '../../client/src/engine/model.ts';

/** The Swarm of the engine in memory; none until there is a `state`. */
export class MemorySwarm implements SwarmOperations {
  readonly #emit: (type: EngineObjectType, action: string, id: string) => void;
  state: Swarm | undefined;
  /** By service. */
  readonly taskLists = new Map<string, SwarmTask[]>();
  readonly lines: ServiceLine[] = [];
  /** How often it was read. */
  reads = 0;

  constructor(emit: (type: EngineObjectType, action: string, id: string) => void) {
    this.#emit = emit;
  }

  /** Puts another state in, and tells of it as a manager does. */
  become(state: Swarm | undefined): void {
    this.state = state;
    this.#emit('node', 'update', 'n');
  }

  async read(): Promise<Swarm | undefined> {
    this.reads += 1;
    return this.state;
  }

  async tasks(service: string): Promise<SwarmTask[]> {
    return this.taskLists.get(service) ?? [];
  }

  async scale(service: string, replicas: number): Promise<void> {
    this.#update(service, { replicas, desired: replicas });
  }

  async updateImage(service: string, image: string): Promise<void> {
    this.#update(service, { image });
  }

  async *logs(): AsyncGenerator<ServiceLine, void, undefined> {
    yield* this.lines;
  }

  async remove(type: 'service' | 'secret' | 'config', id: string): Promise<void> {
    const state = this.#manager();
    const key = `${type}s` as const;
    if (!state[key].some((one) => one.id === id)) throw new EngineError('not-found', `${type} ${id} not found`);
    this.state = { ...state, [key]: state[key].filter((one) => one.id !== id) };
    this.#emit(type, 'remove', id);
  }

  #update(id: string, change: Partial<SwarmService>): void {
    const state = this.#manager();
    this.state = {
      ...state,
      services: state.services.map((one) => (one.id === id ? Object.assign({}, one, change) : one)),
    };
    this.#emit('service', 'update', id);
  }

  #manager(): Swarm {
    if (!this.state) throw new EngineError('failed', 'This node is not a swarm manager.');
    return this.state;
  }
}

export function aService(given: Partial<SwarmService> = {}): SwarmService {
  const name = given.name ?? 'web';
  return {
    id: `id-${name}`,
    name,
    image: 'busybox:latest',
    mode: 'replicated',
    replicas: 2,
    running: 2,
    desired: 2,
    ports: [],
    labels: {},
    createdAt: Date.UTC(2025, 11, 31),
    updatedAt: Date.UTC(2025, 11, 31),
    ...given,
  };
}

export function aSwarmNode(given: Partial<SwarmNode> = {}): SwarmNode {
  return {
    id: 'n1',
    hostname: 'alpha',
    role: 'manager',
    leader: true,
    availability: 'active',
    state: 'ready',
    address: '10.0.0.1',
    engineVersion: '27.1.0',
    platform: 'linux/x86_64',
    ...given,
  };
}
