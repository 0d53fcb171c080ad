import type { RegistryCredentials } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import { eraseFromHelper, storeInHelper } from './credentialHelper.ts';
import { helperFor, serverAddress, type CredentialOptions, type FindCredentials } from './credentials.ts';

/** Where an editor keeps secrets: VS Code's `SecretStorage`. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** Where the hosts are remembered, which are no secrets: VS Code's `globalState`. */
export interface HostMemory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What the person has signed in to from here. */
export interface SignIns {
  /** Finds credentials: first what was signed in here, else what the Docker CLI has. */
  readonly find: FindCredentials;
  /** Keeps them where the Docker CLI's helper for this registry keeps its own, else in the editor; answers where, in words. */
  keep(host: string, credentials: RegistryCredentials): Promise<string>;
  /** Forgets them in both places; answers where they were, in words. */
  forget(host: string): Promise<readonly string[]>;
  /** Those that are kept in the editor. */
  hosts(): readonly string[];
}

export interface SignInOptions extends CredentialOptions {
  readonly secrets: SecretStore;
  readonly memory: HostMemory;
  /** The look-up of the Docker CLI's credentials. */
  readonly findOthers: FindCredentials;
}

const hostsKey = 'registry.hosts';
const secretKey = (host: string): string => `registry ${host}`;
const editor = 'the editor’s secret storage';

/** Nothing is written to Docker's files, and nothing of this is in a file of ours. */
export function createSignIns(options: SignInOptions): SignIns {
  const { secrets, memory, findOthers } = options;
  const hosts = (): string[] => {
    const kept = memory.get(hostsKey);
    return Array.isArray(kept) ? kept.filter((host): host is string => typeof host === 'string') : [];
  };
  return {
    hosts,
    find: async (host, signal) => {
      const kept = hosts().includes(host) ? readCredentials(await secrets.get(secretKey(host)), host) : undefined;
      return kept ? { credentials: kept, source: editor } : await findOthers(host, signal);
    },
    keep: async (host, credentials) => {
      const helper = await helperFor(options, host);
      if (helper !== undefined) {
        await storeInHelper(helper.name, { ...helper, credentials });
        return `docker-credential-${helper.name}, as the Docker CLI does`;
      }
      const { username, password, identityToken } = credentials;
      await secrets.store(secretKey(host), JSON.stringify({ username, password, identityToken }));
      await memory.update(hostsKey, [...new Set([...hosts(), host])].sort());
      return editor;
    },
    forget: async (host) => {
      const places: string[] = [];
      if (hosts().includes(host)) {
        await secrets.delete(secretKey(host));
        await memory.update(
          hostsKey,
          hosts().filter((other) => other !== host),
        );
        places.push(editor);
      }
      const helper = await helperFor(options, host);
      if (helper !== undefined && (await findOthers(host)).credentials !== undefined) {
        await eraseFromHelper(helper.name, helper);
        places.push(`docker-credential-${helper.name}`);
      }
      return places;
    },
  };
}

function readCredentials(text: string | undefined, host: string): RegistryCredentials | undefined {
  if (text === undefined) return undefined;
  try {
    const { username, password, identityToken } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return {
      serverAddress: serverAddress(host),
      ...(typeof username === 'string' && { username }),
      ...(typeof password === 'string' && { password }),
      ...(typeof identityToken === 'string' && { identityToken }),
    };
  } catch {
    // The parser's own message would quote the secret, so it is no cause.
    throw new EngineError('failed', `What is kept for ${host} cannot be read. Sign in anew.`);
  }
}
