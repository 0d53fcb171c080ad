import type { Engine } from '../engine/engine.ts';
import type { ContextEntry, DockerContexts } from '../engine/endpoint/contexts.ts';
import type { DiskUsage, EngineVersion, Layer } from '../engine/model.ts';
import type { ProcessList } from '../engine/port/container.ts';
import type { ImagePlatform, RemoteImage } from '../engine/port/images.ts';
import type { Swarm, SwarmTask } from '../engine/port/swarm.ts';
import type { ContainerDetails } from '../engine/port/details.ts';
import { toContainerDetails } from '../engine/translate/details.ts';
import { hubHost, parseReference } from '../registry/reference.ts';
import type { FindCredentials } from '../registry/credentials.ts';
import type { StoreChange, StoreState } from './store.ts';

/** What can be asked for, by what it is about. */
export interface Answers {
  /** The Swarm, when the engine is a manager of one. */
  swarm: Swarm | undefined;
  /** Of a service. */
  tasks: readonly SwarmTask[];
  /** Registries' hosts: Docker Hub, and what docker login stored something for. */
  registries: readonly string[];
  /** Of a registry, by its host. */
  repositories: readonly string[];
  /** Of a repository, by its whole name, the newest version first. */
  tags: readonly string[];
  /** The Docker contexts of this machine. */
  contexts: readonly ContextEntry[];
  /** Of a context, by name: what its engine says of itself. */
  context: EngineVersion;
  /** What everything takes on the engine's disk. */
  usage: DiskUsage;
  /** Of a container: what its record in the list leaves out. */
  container: ContainerDetails;
  /** Of an image, the newest first. */
  layers: readonly Layer[];
  platforms: readonly ImagePlatform[];
  /** What the registry has under an image's name: asked only when somebody says so. */
  remote: RemoteImage;
  /** Of a container that runs, as they are at the moment. */
  processes: ProcessList;
}

export interface DetailSource<T> {
  /** `of` is an object's id; empty where the engine itself is meant. */
  load(of: string, signal: AbortSignal): Promise<T>;
  /** Whether an answer does not hold any more after this change of the store. */
  isStale(change: StoreChange, now: { readonly of: string; readonly state: StoreState['kind'] }): boolean;
}

export type DetailSources = { readonly [K in keyof Answers]: DetailSource<Answers[K]> };

/** What registries can be asked for. */
export interface Registries {
  hosts(): Promise<readonly string[]>;
  repositories(host: string, signal: AbortSignal): Promise<readonly string[]>;
  tags(repository: string, signal: AbortSignal): Promise<readonly string[]>;
}

export interface DetailOptions {
  readonly registries: Registries;
  readonly engine: Engine;
  readonly contexts: Pick<DockerContexts, 'list' | 'check'>;
  readonly findCredentials: FindCredentials;
}

/** Where the details of an engine's objects come from. */
export function engineDetails({ contexts, engine, findCredentials, registries }: DetailOptions): DetailSources {
  return {
    // It costs the engine seconds when it is large: who wants newer figures says so.
    container: {
      load: async (id, signal) => toContainerDetails(await engine.containers.inspect(id, signal)),
      isStale: touches,
    },
    processes: { load: (id, signal) => engine.containers.top(id, signal), isStale: touches },
    // An image never changes under its id.
    layers: { load: (id, signal) => engine.images.history(id, signal), isStale: isGone },
    platforms: { load: (id, signal) => engine.images.platforms(id, signal), isStale: isGone },
    remote: {
      async load(reference, signal) {
        const { credentials } = await findCredentials(parseReference(reference).host, signal);
        return await engine.images.remote(reference, credentials ? { credentials } : {}, signal);
      },
      isStale: () => false,
    },
    swarm: { load: (_of, signal) => engine.swarm.read(signal), isStale: stirs },
    tasks: { load: (id, signal) => engine.swarm.tasks(id, signal), isStale: stirs },
    registries: { load: async () => [hubHost, ...(await registries.hosts())], isStale: () => false },
    repositories: { load: (host, signal) => registries.repositories(host, signal), isStale: () => false },
    tags: { load: (repository, signal) => registries.tags(repository, signal), isStale: () => false },
    contexts: { load: () => contexts.list(), isStale: () => false },
    context: { load: (name) => contexts.check(name), isStale: () => false },
    usage: { load: (_of, signal) => engine.system.diskUsage(signal), isStale: (_change, { state }) => isAway(state) },
  };
}

type IsStale = DetailSource<unknown>['isStale'];

/** The container has changed or gone, or nothing is heard of it any more. */
const touches: IsStale = ({ containers }, { of, state }) =>
  state === 'unreachable' || state === 'idle' || containers.changed.includes(of) || containers.removed.includes(of);

/** Something of the Swarm may have changed, or nothing is heard of it any more. */
const stirs: IsStale = ({ swarm }, { state }) => swarm || state === 'unreachable' || state === 'idle';

const isGone: IsStale = ({ images }, { of, state }) => state === 'unreachable' || images.removed.includes(of);

function isAway(state: StoreState['kind']): boolean {
  return state === 'unreachable';
}
