import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RegistryCredentials } from '../engine/engine.ts';
import { askHelper } from './credentialHelper.ts';
import { hubHost } from './reference.ts';

/** What a look-up gave. Nothing found is no error: many registries let anybody pull. */
export interface FoundCredentials {
  readonly credentials?: RegistryCredentials;
  /** Where was looked, for a message: `docker-credential-pass, named in /home/ada/.docker/config.json`. */
  readonly source: string;
  /** Why the place that was asked could not answer: a helper that is missing, a file that cannot be read. */
  readonly problem?: string;
}

/** Finds what `docker login` stored for a registry's host, `docker.io` for the Hub. Throws only the signal's abort. */
export type FindCredentials = (host: string, signal?: AbortSignal) => Promise<FoundCredentials>;

export interface CredentialOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The person's home folder; the operating system's answer when absent. */
  readonly home?: string;
}

/** The registry's name in Docker's configuration and in credentials: its host, for the Hub a long form of old. */
export function serverAddress(host: string): string {
  return host === hubHost || host === 'index.docker.io' ? hubKey : host;
}

const hubKey = 'https://index.docker.io/v1/';

/**
 * Looks credentials up as the Docker CLI does: in the helper of `credHelpers[host]`, else in that of `credsStore`, else
 * in `auths`. A helper that knows nothing is the end of it; `auths` is not asked then. Reads the configuration anew each
 * time, keeps nothing and logs nothing.
 */
export function createFindCredentials(options: CredentialOptions): FindCredentials {
  const { home, path } = places(options);
  return async (host, signal) => {
    signal?.throwIfAborted();
    const config = await readConfig(path);
    if (typeof config === 'string') return { source: path, problem: config };
    const key = serverAddress(host);
    const helper = config.credHelpers[key] ?? config.credsStore;
    if (helper === '') return fromAuths(config.auths, { key, path });
    const source = `docker-credential-${helper}, named in ${path}`;
    const answer = await askHelper(helper, { key, home, env: options.env, ...(signal ? { signal } : {}) });
    return { source, ...answer };
  };
}

/** The credential helper that the Docker CLI would use for a host, with what it takes to run it; none when there is none. */
export async function helperFor(
  options: CredentialOptions,
  host: string,
): Promise<{ name: string; key: string; home: string; env: NodeJS.ProcessEnv } | undefined> {
  const { home, path } = places(options);
  const config = await readConfig(path);
  if (typeof config === 'string') return undefined;
  const key = serverAddress(host);
  const name = config.credHelpers[key] ?? config.credsStore;
  return name === '' ? undefined : { name, key, home, env: options.env };
}

/** The hosts that `docker login` stored something for, the Hub aside; none when the configuration cannot be read. */
export async function knownRegistries(options: CredentialOptions): Promise<readonly string[]> {
  const config = await readConfig(places(options).path);
  if (typeof config === 'string') return [];
  const keys = [...Object.keys(config.auths), ...Object.keys(config.credHelpers)];
  const hosts = new Set(keys.map(hostOf).filter((host) => host !== hostOf(hubKey) && host !== hubHost));
  return [...hosts].sort();
}

function places(options: CredentialOptions): { home: string; path: string } {
  const home = options.home ?? homedir();
  return { home, path: join(options.env['DOCKER_CONFIG'] || join(home, '.docker'), 'config.json') };
}

interface DockerConfig {
  readonly credHelpers: Readonly<Record<string, string>>;
  readonly credsStore: string;
  readonly auths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The parts of Docker's configuration that matter here, or what is wrong with the file. No file is an empty one. */
async function readConfig(path: string): Promise<DockerConfig | string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { credHelpers: {}, credsStore: '', auths: {} };
    return `${path} cannot be read (${code ?? String(error)}).`;
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own message quotes the text, and the text holds passwords.
    return `${path} is not valid JSON.`;
  }
  const config = record(json);
  const helpers = Object.entries(record(config['credHelpers']));
  return {
    credHelpers: Object.fromEntries(helpers.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    credsStore: typeof config['credsStore'] === 'string' ? config['credsStore'] : '',
    auths: Object.fromEntries(Object.entries(record(config['auths'])).map(([key, value]) => [key, record(value)])),
  };
}

function fromAuths(auths: DockerConfig['auths'], where: { key: string; path: string }): FoundCredentials {
  const source = where.path;
  const entry = auths[where.key] ?? Object.entries(auths).find(([key]) => hostOf(key) === hostOf(where.key))?.[1];
  if (entry === undefined) return { source };
  const serverAddress = where.key;
  const identityToken = entry['identitytoken'];
  if (typeof identityToken === 'string' && identityToken !== '') {
    return { source, credentials: { serverAddress, identityToken } };
  }
  const pair = usernameAndPassword(entry);
  return pair === undefined ? { source } : { source, credentials: { serverAddress, ...pair } };
}

/** `auth` is base64 of `user:password`, split at the first colon; older files have the two in fields of their own. */
function usernameAndPassword(
  entry: Readonly<Record<string, unknown>>,
): { username: string; password: string } | undefined {
  if (typeof entry['auth'] === 'string' && entry['auth'] !== '') {
    const text = Buffer.from(entry['auth'], 'base64').toString('utf8');
    const colon = text.indexOf(':');
    // Docker pads the pair with NULs in some old files.
    return colon <= 0
      ? undefined
      : { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/^\0+|\0+$/g, '') };
  }
  const { username, password } = entry;
  return typeof username === 'string' && typeof password === 'string' && username !== ''
    ? { username, password }
    : undefined;
}

/** `https://host:5000/v1/` -> `host:5000`, as the CLI compares the keys of `auths`. */
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
