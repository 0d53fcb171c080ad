import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { EcrState } from './ecrState.ts';
import type { TestRegistry } from './registry.ts';

/**
 * The front before the real registry that makes it behave as ECR's: tokens of GetAuthorizationToken open it, a
 * repository must have been created first, an immutable tag is not overwritten. The words are those that ECR answers.
 */
export async function serveEcrRegistry(
  state: EcrState,
  registry: TestRegistry,
  message: { incoming: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { incoming, response } = message;
  const refusal = refuse(state, incoming);
  if (refusal !== undefined) {
    incoming.resume();
    response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
    response.end(JSON.stringify({ errors: [{ code: refusal.code, message: refusal.message }] }));
    return;
  }
  await forward(state, registry, message);
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function refuse(state: EcrState, incoming: IncomingMessage): Refusal | undefined {
  const denied = (message: string): Refusal => ({ status: 403, code: 'DENIED', message });
  const token = passwordOf(incoming);
  const known = token === undefined ? undefined : state.token(token);
  if (known === 'expired') return denied('Your authorization token has expired. Reauthenticate and try again.');
  if (known === undefined) {
    const realm = `http://${incoming.headers.host ?? ''}/`;
    const challenge = { 'www-authenticate': `Basic realm="${realm}",service="ecr.amazonaws.com"` };
    return token === undefined
      ? { status: 401, code: 'UNAUTHORIZED', message: 'Not Authorized', headers: challenge }
      : denied('Not Authorized');
  }
  const target = read(incoming.url ?? '');
  if (target === undefined) return undefined;
  const writes = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  if (writes && state.pushDenied !== undefined) return denied(state.pushDenied);
  if (incoming.method === 'POST' && state.hiccups > 0) {
    state.hiccups -= 1;
    return { status: 503, code: 'UNAVAILABLE', message: 'service unavailable' };
  }
  const repository = state.repositories.get(target.repository);
  if (repository === undefined) {
    const message = `The repository with name '${target.repository}' does not exist in the registry with id '${state.account}'`;
    return { status: 404, code: 'NAME_UNKNOWN', message };
  }
  const tag = incoming.method === 'PUT' ? target.tag : undefined;
  if (tag === undefined || !repository.immutable || !repository.tags.has(tag)) return undefined;
  const message = `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable.`;
  return { status: 400, code: 'TAG_INVALID', message };
}

async function forward(
  state: EcrState,
  registry: TestRegistry,
  { incoming, response }: { incoming: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const [host, port] = registry.host.split(':');
  const outgoing = request({
    host,
    port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, authorization: registry.authorization },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  await pipeline(incoming, outgoing);
  const answer = await answered;
  if (incoming.method === 'PUT' && answer.statusCode === 201) remember(state, incoming.url ?? '', answer);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}

function remember(state: EcrState, url: string, answer: IncomingMessage): void {
  const target = read(url);
  const digest = answer.headers['docker-content-digest'];
  if (target?.tag === undefined || typeof digest !== 'string') return;
  state.repositories.get(target.repository)?.tags.set(target.tag, digest);
}

/** `/v2/team/web/manifests/v1` -> `team/web`, `v1`. */
function read(url: string): { repository: string; tag?: string } | undefined {
  const [path = ''] = url.split('?', 1);
  const [, repository, kind, rest = ''] = /^\/v2\/(.+)\/(manifests|blobs|tags)\/(.*)$/.exec(path) ?? [];
  if (repository === undefined) return undefined;
  return kind === 'manifests' && !rest.startsWith('sha256:') ? { repository, tag: rest } : { repository };
}

function passwordOf(incoming: IncomingMessage): string | undefined {
  const [scheme, value] = (incoming.headers.authorization ?? '').split(' ');
  if (scheme !== 'Basic' || value === undefined) return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.startsWith('AWS:') ? pair.slice('AWS:'.length) : pair;
}
