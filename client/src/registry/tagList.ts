import type { RegistryCredentials } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import type { FindCredentials } from './credentials.ts';
import { hubHost, type ImageReference } from './reference.ts';

/** A repository's tags, the newest version first. Throws `EngineError` of kind `unauthorized`, `not-found` or `failed`. */
export type FetchTags = (reference: ImageReference, signal: AbortSignal) => Promise<readonly string[]>;

const pageSize = 1_000;
const mostPages = 5;

/**
 * Asks a registry for tags, without a sign-in as long as it answers; else with what `docker login` stored for it.
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
 */
export function createFetchTags(findCredentials: FindCredentials): FetchTags {
  return async ({ host, path }, signal) => {
    const what = { host, path: `/v2/${path}/tags/list?n=${pageSize}`, key: 'tags', named: path };
    return newestFirst(await readSignedIn(findCredentials, what, signal));
  };
}

/** The repositories of a registry, as far as it shows them. Throws as `FetchTags` does; Docker Hub shows none. */
export type FetchRepositories = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * Asks a registry for its repositories.
 * @see https://distribution.github.io/distribution/spec/api/#listing-repositories
 */
export function createFetchRepositories(findCredentials: FindCredentials): FetchRepositories {
  return async (host, signal) => {
    const what = { host, path: `/v2/_catalog?n=${pageSize}`, key: 'repositories', named: 'its repositories' };
    return [...(await readSignedIn(findCredentials, what, signal))].sort();
  };
}

/** A list of a registry: where it is, which key of the answer it stands under, and what it is called in a message. */
interface Listing {
  readonly host: string;
  readonly path: string;
  readonly key: string;
  readonly named: string;
}

async function readSignedIn(
  findCredentials: FindCredentials,
  what: Listing,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { host, named } = what;
  const anonymous = await list(what, { signal });
  if (anonymous.items) return anonymous.items;
  const { credentials } = await findCredentials(host, signal);
  const signedIn = credentials ? await list(what, { signal, credentials }) : anonymous;
  if (signedIn.items) return signedIn.items;
  if (signedIn.status === 404)
    throw new EngineError('not-found', `${host} has no repository ${named}, or does not show it to you.`);
  const how = credentials ? 'refuses the stored sign-in' : 'wants a sign-in. Use docker login first';
  throw new EngineError('unauthorized', `${host} ${how}: ${named}.`, { status: signedIn.status });
}

interface Asking {
  readonly signal: AbortSignal;
  readonly credentials?: RegistryCredentials;
}

interface Listed {
  /** Absent when the registry refused. */
  readonly items?: readonly string[];
  readonly status: number;
}

async function list({ host, path, key }: Listing, asking: Asking): Promise<Listed> {
  const items: string[] = [];
  let authorization: string | undefined;
  let next: URL | undefined = new URL(`${baseOf(host)}${path}`);
  for (let page = 0; next !== undefined && page < mostPages; page += 1) {
    let answer = await send(next, { host, authorization, signal: asking.signal });
    if (answer.status === 401 && authorization === undefined) {
      authorization = await authorize(answer, { ...asking, host });
      if (authorization !== undefined) answer = await send(next, { host, authorization, signal: asking.signal });
    }
    if ([401, 403, 404].includes(answer.status)) return { status: answer.status };
    if (!answer.ok) throw new EngineError('failed', `${host} answered with status ${answer.status}.`);
    items.push(...strings(record(await json(answer, host))[key]));
    next = nextPage(answer, next);
  }
  return { items, status: 200 };
}

function baseOf(host: string): string {
  if (host === hubHost) return 'https://registry-1.docker.io';
  // As the engine does: a registry on this machine needs no certificate.
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
  return `${isLocal ? 'http' : 'https'}://${host}`;
}

interface Request {
  readonly host: string;
  readonly signal: AbortSignal;
  readonly authorization?: string | undefined;
  /** A form to be posted. */
  readonly body?: URLSearchParams;
}

async function send(url: URL, { host, signal, authorization, body }: Request): Promise<Response> {
  try {
    const headers = authorization === undefined ? {} : { authorization };
    return await fetch(url, { signal, headers, ...(body && { method: 'POST', body }) });
  } catch (error) {
    signal.throwIfAborted();
    throw new EngineError('failed', `${host} cannot be reached. Check the name, the network and the proxy.`, {
      cause: error,
    });
  }
}

/** The header that the registry's challenge asks for; `undefined` when there is nothing to answer it with. */
async function authorize(refused: Response, asking: Asking & { readonly host: string }): Promise<string | undefined> {
  const challenge = refused.headers.get('www-authenticate') ?? '';
  const basic = basicOf(asking.credentials);
  if (/^basic\b/i.test(challenge)) return basic;
  if (!/^bearer\b/i.test(challenge)) return undefined;
  const parameters = new Map(
    Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value]),
  );
  const realm = realmOf(parameters.get('realm'), asking.host);
  if (realm === undefined) return undefined;
  const questions = ['service', 'scope'].flatMap((key): [string, string][] => {
    const value = parameters.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  const answer = await askForToken(realm, questions, { ...asking, basic });
  if (!answer.ok) return undefined;
  const { token, access_token: other } = record(await json(answer, asking.host));
  const found = [token, other].find((each) => typeof each === 'string');
  return found === undefined ? undefined : `Bearer ${found}`;
}

function askForToken(
  realm: URL,
  questions: readonly [string, string][],
  { host, signal, credentials, basic }: Asking & { readonly host: string; readonly basic: string | undefined },
): Promise<Response> {
  const { identityToken } = credentials ?? {};
  if (identityToken === undefined) {
    for (const [key, value] of questions) realm.searchParams.set(key, value);
    return send(realm, { host, signal, authorization: basic });
  }
  const body = new URLSearchParams([
    ...questions,
    ['grant_type', 'refresh_token'],
    ['refresh_token', identityToken],
    ['client_id', 'gantry'],
  ]);
  return send(realm, { host, signal, body });
}

/** Where a token is had. What was stored for the registry is not sent over an open line to another machine. */
function realmOf(text: string | undefined, host: string): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const realm = new URL(text);
  return realm.protocol === 'https:' || baseOf(realm.host) === `http://${realm.host}` || realm.host === host
    ? realm
    : undefined;
}

function basicOf(credentials: RegistryCredentials | undefined): string | undefined {
  if (credentials?.username === undefined || credentials.password === undefined) return undefined;
  return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
}

/** `Link: </v2/…?last=…>; rel="next"`, on the same registry. */
function nextPage(answer: Response, current: URL): URL | undefined {
  const [, link] = /<([^>]+)>;\s*rel="?next"?/i.exec(answer.headers.get('link') ?? '') ?? [];
  if (link === undefined || !URL.canParse(link, current.href)) return undefined;
  const next = new URL(link, current);
  return next.host === current.host ? next : undefined;
}

async function json(answer: Response, host: string): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    throw new EngineError('failed', `${host} did not answer as a registry does.`, { cause: error });
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** `latest`, then versions from the highest down, each before its variants; then names. */
export function newestFirst(tags: readonly string[]): string[] {
  return [...tags].sort((a, b) => rank(a) - rank(b) || compareVersions(a, b) || a.localeCompare(b));
}

function rank(tag: string): number {
  return tag === 'latest' ? 0 : /^v?\d/.test(tag) ? 1 : 2;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    // `24` moves on to the newest `24.x`, so it stands before them.
    const difference = (right[at] ?? Number.POSITIVE_INFINITY) - (left[at] ?? Number.POSITIVE_INFINITY);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

function versionOf(tag: string): number[] {
  return (/^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1] ?? '').split('.').filter(Boolean).map(Number);
}
