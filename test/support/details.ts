import type { DockerContexts } from '../../client/src/engine/endpoint/contexts.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { Registries } from '../../client/src/store/detailSources.ts';
import type { Details } from '../../client/src/store/details.ts';

/** Details of an engine that nobody asks for any. */
export function noDetails(): Details {
  return {
    known: () => undefined,
    ask: async ({ about }) => {
      throw new Error(`${about} was not expected to be asked for`);
    },
    forget: () => {},
    onDidChange: () => ({ dispose: () => {} }),
    dispose: () => {},
  };
}

/** A machine without Docker contexts. */
export const noContexts: Pick<DockerContexts, 'list' | 'check' | 'watch'> = {
  list: async () => [],
  check: async (name) => {
    throw new EngineError('context', `The Docker context "${name}" does not exist.`);
  },
  watch: () => ({ dispose: () => {} }),
};

/** Nobody has signed in to a registry, and none is there. */
export const noRegistries: Registries = {
  hosts: async () => [],
  repositories: async (host) => {
    throw new EngineError('failed', `${host} cannot be reached.`);
  },
  tags: async () => [],
};
