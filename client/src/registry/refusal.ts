import { EngineError, unreachableKinds } from '../engine/error.ts';

/** What a registry, or the way to it, has against a pull or push; told by its words, which the engine passes on. */
export type Refusal =
  | 'unauthorized'
  | 'denied'
  | 'token-expired'
  | 'repository-missing'
  | 'image-missing'
  | 'immutable-tag'
  | 'rate-limited'
  | 'plain-http'
  | 'certificate'
  | 'unreachable';

/** By the first that fits; the order matters where a registry says two things at once. */
const words: readonly (readonly [RegExp, Refusal])[] = [
  [/authorization token has expired/i, 'token-expired'],
  [/tag invalid|\bimmutable\b/i, 'immutable-tag'],
  [/name unknown|NAME_UNKNOWN|repository name not known|project .* not found/i, 'repository-missing'],
  [/manifest unknown|manifest for .* not found|does not exist locally|no such image/i, 'image-missing'],
  [/toomanyrequests|too many requests|rate limit/i, 'rate-limited'],
  [/server gave HTTP response to HTTPS client/i, 'plain-http'],
  [/x509:|tls: |certificate/i, 'certificate'],
  [
    /no basic auth credentials|\bunauthorized\b|unauthenticated|authentication required|incorrect username or password/i,
    'unauthorized',
  ],
  [/\bdenied\b|\bforbidden\b/i, 'denied'],
  [
    /dial tcp|no such host|i\/o timeout|connection refused|handshake timeout|name resolution|request canceled while waiting/i,
    'unreachable',
  ],
];

/** Why a transfer failed, when that lies with the registry; `undefined` for any other error, the engine's own too. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof EngineError) || unreachableKinds.has(error.kind)) return undefined;
  return words.find(([pattern]) => pattern.test(error.message))?.[1];
}

export interface RefusedTransfer {
  readonly refusal: Exclude<Refusal, 'unauthorized' | 'denied'>;
  /** The registry's host. */
  readonly host: string;
  /** The name that was to be pulled or pushed. */
  readonly name: string;
  readonly error: EngineError;
}

/** The refusal in words that say what to do about it; the registry's own words stay. */
export function explainRefusal({ refusal, host, name, error }: RefusedTransfer): EngineError {
  const make = (kind: EngineError['kind'], text: string): EngineError =>
    new EngineError(kind, `${text} The answer was: ${error.message.trim()}`, { cause: error });
  switch (refusal) {
    case 'token-expired':
      return make('failed', `The stored sign-in to ${host} has expired. Sign in anew.`);
    case 'repository-missing':
      return make('not-found', `${host} has no repository for ${name}. It has to be created there first.`);
    case 'image-missing':
      return make('not-found', `There is no ${name}.`);
    case 'immutable-tag':
      return make('conflict', `${name} is there already and may not be overwritten. Use another tag.`);
    case 'rate-limited':
      return make('failed', `${host} takes no more requests for now. Signing in usually raises the limit.`);
    case 'plain-http':
      return make(
        'failed',
        `${host} speaks plain HTTP, which the engine refuses. If that is as it should be, add it to “insecure-registries” in the engine’s configuration (daemon.json).`,
      );
    case 'certificate':
      return make(
        'failed',
        `The engine does not trust the certificate of ${host}. Its authority belongs in /etc/docker/certs.d/${host}/ca.crt on the engine’s machine.`,
      );
    case 'unreachable':
      return make('failed', `The engine cannot reach ${host}. Check the name, the network and the engine’s proxy.`);
  }
}
