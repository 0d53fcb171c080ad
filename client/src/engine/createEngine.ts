import { containerOperations } from './containers.ts';
import { Connections, type EngineOptions } from './connections.ts';
import type { DockerContext } from './endpoint/contextStore.ts';
import { createContexts, type DockerContexts } from './endpoint/contexts.ts';
import { listContexts } from './endpoint/contextStore.ts';
import { configFolder } from './endpoint/resolve.ts';
import type { Engine } from './engine.ts';
import { imageOperations } from './images.ts';
import { networkOperations } from './networks.ts';
import { watchEvents } from './stream/events.ts';
import { swarmOperations } from './swarm.ts';
import { systemOperations } from './system.ts';
import { volumeOperations } from './volumes.ts';
import type { Disposable } from '../lifecycle.ts';

/** The engine port over Docker's API, and what its owner may do with it beyond the port. */
export interface DockerEngine extends Engine, Disposable {
  /** Forgets the endpoint: the next call resolves it anew, and event streams of the old one end with `lost`. */
  reset(): void;
  /** The Docker contexts that `gantry.engine.context` can name. */
  contexts(): Promise<readonly DockerContext[]>;
  readonly dockerContexts: DockerContexts;
}

/** Makes the engine's client. Nothing is read, loaded or dialed before the first call. */
export function createEngine(options: EngineOptions): DockerEngine {
  const connections = new Connections(options);
  return {
    endpoint: () => connections.endpoint(),
    version: (signal) => connections.use((connection) => connection.version(signal)),
    containers: containerOperations(connections),
    images: imageOperations(connections),
    volumes: volumeOperations(connections),
    networks: networkOperations(connections),
    system: systemOperations(connections),
    swarm: swarmOperations(connections),
    events: (eventOptions, signal) => watchEvents(connections, eventOptions, signal),
    async *build(buildOptions, signal) {
      // With it comes HTTP/2, which nothing else needs.
      const { buildImage } = await import('./build/buildImage.ts');
      yield* buildImage(connections, buildOptions, signal);
    },
    reset: () => {
      connections.reset();
    },
    contexts: () => listContexts(configFolder(options)),
    dockerContexts: createContexts(options),
    dispose: () => {
      connections.reset();
    },
  };
}
