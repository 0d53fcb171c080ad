import type { Disposable } from '../../lifecycle.ts';
import { Connection } from '../connection.ts';
import { EngineError } from '../error.ts';
import type { EngineVersion } from '../model.ts';
import { connectionError } from '../transport/failure.ts';
import { removeContext, writeContext, type ContextDefinition } from './contextFiles.ts';
import { listContexts, readConfig } from './contextStore.ts';
import { configFolder, resolveEndpoint, type EndpointOptions } from './resolve.ts';
import { defaultSocket } from './sockets.ts';
import { watchConfig } from './watchConfig.ts';

/** An engine that can be chosen: a Docker context, or an address that goes before all of them. */
export interface ContextEntry {
  /** Empty for an address from the settings or from `DOCKER_HOST`. */
  readonly name: string;
  readonly description: string;
  readonly host: string;
  /** Gantry works with it now. */
  readonly current: boolean;
  /** Where the choice of it comes from, for the current one. */
  readonly source?: string;
  /** It stands in the CLI's store, so it can be removed. */
  readonly stored: boolean;
}

/** The Docker contexts of this machine, as the CLI keeps them. */
export interface DockerContexts {
  /** The default one first, then by name; before them an address that goes before all. */
  list(): Promise<readonly ContextEntry[]>;
  /** Asks the engine of a context (empty: the present address) for its version. Throws `EngineError`: why it cannot be reached. */
  check(name: string): Promise<EngineVersion>;
  add(definition: ContextDefinition): Promise<void>;
  /** Throws `conflict` for the CLI's current context. */
  remove(name: string): Promise<void>;
  /** Told when the CLI's choice has changed. */
  watch(onChange: () => void): Disposable;
}

export function createContexts(options: EndpointOptions): DockerContexts {
  const folder = configFolder(options);
  return {
    list: () => list(options),
    check: (name) => check(options, name),
    add: (definition) => writeContext(folder, definition),
    async remove(name) {
      const { currentContext } = await readConfig(folder, options.log);
      if (currentContext === name)
        throw new EngineError(
          'conflict',
          `“${name}” is the Docker CLI’s current context. Choose another one first: docker context use default.`,
        );
      await removeContext(folder, name);
    },
    watch: (onChange) => watchConfig(folder, onChange),
  };
}

async function list(options: EndpointOptions): Promise<ContextEntry[]> {
  const stored = await listContexts(configFolder(options));
  // What is chosen may not be there: then none is the current one.
  const endpoint = await resolveEndpoint(options).catch(() => undefined);
  const isAddress =
    endpoint?.source === 'setting' ? options.settings().host.trim() !== '' : endpoint?.source === 'DOCKER_HOST';
  const mark = (name: string): Pick<ContextEntry, 'current' | 'source'> => {
    const current = endpoint !== undefined && !isAddress && endpoint.context === name;
    return current ? { current, source: endpoint.source } : { current };
  };
  const own = endpoint?.context === 'default' && !isAddress ? endpoint.host : defaultSocket(options.platform);
  return [
    ...(endpoint && isAddress
      ? [{ name: '', description: '', host: endpoint.host, current: true, source: endpoint.source, stored: false }]
      : []),
    { name: 'default', description: '', host: own, stored: false, ...mark('default') },
    ...stored
      .filter(({ name }) => name !== 'default')
      .map(({ name, description, host }) => Object.assign(mark(name), { name, description, host, stored: true })),
  ];
}

async function check(options: EndpointOptions, name: string): Promise<EngineVersion> {
  const endpoint = await resolveEndpoint(
    name === ''
      ? options
      : { ...options, env: withoutHost(options.env), settings: () => ({ host: '', context: name }) },
  );
  const connection = new Connection(endpoint);
  try {
    return await connection.version();
  } catch (error) {
    throw connectionError(error, endpoint);
  } finally {
    connection.dispose();
  }
}

function withoutHost(env: EndpointOptions['env']): EndpointOptions['env'] {
  return { ...env, DOCKER_HOST: undefined };
}
