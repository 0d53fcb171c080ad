import { join } from 'node:path';
import type { Endpoint, TlsMaterial } from '../engine.ts';
import { EngineError } from '../error.ts';
import { findContext, readConfig } from './contextStore.ts';
import { defaultSocket, firstAnswering, wellKnownSockets } from './sockets.ts';
import { readTls } from './tls.ts';

/** The world that an endpoint is read from; nothing else is looked at. */
export interface EndpointOptions {
  /** The values of `gantry.engine.host` and `gantry.engine.context`; empty when not set. */
  readonly settings: () => { readonly host: string; readonly context: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly log: { debug(message: string): void; warn(message: string): void };
}

/**
 * Says which engine to talk to, as the Docker CLI does, with our settings in the place of its flags:
 * setting host, setting context, `DOCKER_HOST`, `DOCKER_CONTEXT`, the current context, the default socket, and then the
 * sockets that other products are known to listen on. Reads every file anew. Throws `EngineError` `context` or `tls`.
 */
export async function resolveEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { env, platform } = options;
  const settings = options.settings();
  const [settingHost, settingContext] = [settings.host.trim(), settings.context.trim()];
  const byHost = async (host: string, source: Endpoint['source']): Promise<Endpoint> => {
    const full = completeHost(host, platform);
    const tls = full.startsWith('tcp://') ? await environmentTls(options) : undefined;
    return { host: full, source, context: 'default', ...(tls && { tls }) };
  };
  if (settingHost !== '') return byHost(settingHost, 'setting');
  if (settingContext !== '' && settingContext !== 'default') return byContext(settingContext, 'setting', options);
  const environmentHost = env['DOCKER_HOST']?.trim() ?? '';
  if (environmentHost !== '') return byHost(environmentHost, 'DOCKER_HOST');
  if (settingContext === 'default') return byDefault(options);
  const environmentContext = env['DOCKER_CONTEXT']?.trim() ?? '';
  if (environmentContext === 'default') return byDefault(options);
  if (environmentContext !== '') return byContext(environmentContext, 'DOCKER_CONTEXT', options);
  const { currentContext } = await readConfig(configFolder(options), options.log);
  if (currentContext !== '' && currentContext !== 'default') return byContext(currentContext, 'context', options);
  return byDefault(options);
}

/** Docker's configuration folder: `$DOCKER_CONFIG`, else `~/.docker`. */
export function configFolder(options: Pick<EndpointOptions, 'env' | 'home'>): string {
  return options.env['DOCKER_CONFIG'] || join(options.home, '.docker');
}

async function byContext(name: string, source: Endpoint['source'], options: EndpointOptions): Promise<Endpoint> {
  const context = await findContext(configFolder(options), name);
  return {
    host: completeHost(context.host, options.platform),
    source,
    context: name,
    ...(context.tls && { tls: context.tls }),
  };
}

async function byDefault(options: EndpointOptions): Promise<Endpoint> {
  const fallback: Endpoint = { host: defaultSocket(options.platform), source: 'default', context: 'default' };
  const host = await firstAnswering([fallback.host, ...(await wellKnownSockets(options))]);
  return host === undefined || host === fallback.host ? fallback : { host, source: 'probe', context: 'default' };
}

/** `DOCKER_HOST` may come without its scheme or, for a socket, without its path. */
function completeHost(host: string, platform: NodeJS.Platform): string {
  if (host === 'unix://' || host === 'npipe://') return defaultSocket(platform);
  if (host.startsWith('/')) return `unix://${host}`;
  return host.includes('://') ? host : `tcp://${host}`;
}

/** `DOCKER_TLS_VERIFY` (any value) asks for verified TLS, `DOCKER_TLS` for unverified, with `DOCKER_CERT_PATH`'s files. */
async function environmentTls(options: EndpointOptions): Promise<TlsMaterial | undefined> {
  const { env } = options;
  const verify = Boolean(env['DOCKER_TLS_VERIFY']);
  if (!verify && !env['DOCKER_TLS']) return undefined;
  const given = env['DOCKER_CERT_PATH'];
  const material = await readTls(given || configFolder(options), { skipVerify: !verify });
  if (given && !material.ca && !material.cert && !material.key)
    throw new EngineError('tls', `DOCKER_CERT_PATH is "${given}", but there is no ca.pem, cert.pem or key.pem in it.`);
  return material;
}
