import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { callEcr, type EcrApiContext, Failed } from './ecrApi.ts';
import { serveEcrRegistry } from './ecrFront.ts';
import { refuseSignature, serveIdentity } from './ecrIdentity.ts';
import { type EcrFailure, EcrState } from './ecrState.ts';
import { startRegistry } from './registry.ts';

/** A stand-in for Amazon ECR before a real registry, all of it on one loopback address. */
export interface EcrStandIn extends AsyncDisposable {
  /** Points the AWS SDK of another process here: the endpoint, and configuration files with the profile `default`. */
  readonly env: Readonly<Record<string, string>>;
  /** The registry's host in image names: `127.0.0.1:41235`. */
  readonly host: string;
  readonly region: string;
  readonly state: EcrState;
  /** The digest that the real registry gives for a tag, asked past the stand-in. */
  digestOf(repository: string, tag: string): Promise<string | undefined>;
  /** Replaces AWS's configuration file: `[profile x]` sections. Keys are in the credentials file's `default`. */
  configure(config: string, credentials?: string): Promise<void>;
  stop(): Promise<void>;
}

export const accessKey = { id: 'AKIAGANTRYTESTS00000', secret: 'not-a-secret-only-a-stand-in' } as const;

/** Starts the registry and the stand-in before it. Knows the access key `accessKey` and no repository. */
export async function startEcrStandIn(options: { region?: string } = {}): Promise<EcrStandIn> {
  const region = options.region ?? 'eu-west-1';
  const state = new EcrState(region);
  state.accessKeys.set(accessKey.id, undefined);
  const registry = await startRegistry({ username: 'behind', password: 'the front' });
  const folder = await mkdtemp(join(tmpdir(), 'gantry-ecr-'));
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = addressOf(server.address());
  const context: EcrApiContext = { state, registry, host };
  server.on('request', (incoming, response) => {
    serve(context, incoming, response).catch((error: unknown) => response.destroy(error as Error));
  });

  const files = { config: join(folder, 'config'), credentials: join(folder, 'credentials') };
  const configure = async (config: string, credentials = defaultCredentials): Promise<void> => {
    await writeFile(files.config, config);
    await writeFile(files.credentials, credentials);
  };
  await configure(`[default]\nregion = ${region}\n`);

  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    env: environment(`http://${host}`, files),
    host,
    region,
    state,
    digestOf: (repository, tag) => registry.digestOf(repository, tag),
    configure,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const defaultCredentials = `[default]\naws_access_key_id = ${accessKey.id}\naws_secret_access_key = ${accessKey.secret}\n`;

function environment(endpoint: string, files: { config: string; credentials: string }): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_ECR: endpoint,
    AWS_ENDPOINT_URL_STS: endpoint,
    AWS_ENDPOINT_URL_SSO: endpoint,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint,
    AWS_CONFIG_FILE: files.config,
    AWS_SHARED_CREDENTIALS_FILE: files.credentials,
  };
}

async function serve(context: EcrApiContext, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  if (incoming.url?.startsWith('/v2/') === true) {
    await serveEcrRegistry(context.state, context.registry, { incoming, response });
    return;
  }
  const body = await text(incoming);
  const [service, operation = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
  if (service !== 'AmazonEC2ContainerRegistry_V20150921') {
    if (!serveIdentity(context.state, { incoming, response, body })) response.writeHead(404).end();
    return;
  }
  const refusal = refuseSignature(context.state, incoming);
  if (refusal !== undefined) return fail(response, refusal);
  try {
    const answer = await callEcr(context, operation, JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    fail(response, error.failure);
  }
}

function fail(response: ServerResponse, { type, message, status }: EcrFailure): void {
  response.writeHead(status ?? 400, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ __type: type, message }));
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return `${address.address}:${address.port}`;
}
