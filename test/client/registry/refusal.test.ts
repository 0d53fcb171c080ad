import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import { explainRefusal, type Refusal, refusalOf } from '../../../client/src/registry/refusal.ts';

/** What registries and engines say, word for word, and what it means. */
const sayings: readonly (readonly [string, Refusal])[] = [
  ['no basic auth credentials', 'unauthorized'],
  ['Head "http://h/v2/x/manifests/1": no basic auth credentials', 'unauthorized'],
  ['unauthorized: authentication required', 'unauthorized'],
  ['unauthorized: incorrect username or password', 'unauthorized'],
  ['Get "https://h/v2/": unauthorized: access to the requested resource is not authorized', 'unauthorized'],
  ['denied: requested access to the resource is denied\nunauthorized: authentication required', 'unauthorized'],
  ['unauthenticated: User cannot be authenticated with the token provided.', 'unauthorized'],
  ['denied: requested access to the resource is denied', 'denied'],
  ['denied: permission_denied: write_package', 'denied'],
  ['error parsing HTTP 403 response body: access forbidden', 'denied'],
  ['denied: User: arn:aws:iam::1:user/a is not authorized to perform: ecr:PutImage on resource: x', 'denied'],
  ['denied: Your authorization token has expired. Reauthenticate and try again.', 'token-expired'],
  ["name unknown: The repository with name 'a/b' does not exist in the registry with id '1'", 'repository-missing'],
  ['name unknown: repository name not known to registry', 'repository-missing'],
  ['manifest for h/x:1 not found: manifest unknown: manifest unknown', 'image-missing'],
  ['An image does not exist locally with the tag: h/x', 'image-missing'],
  [
    "tag invalid: The image tag 'v1' already exists in the 'a' repository and cannot be overwritten because the repository is immutable.",
    'immutable-tag',
  ],
  ['toomanyrequests: You have reached your pull rate limit.', 'rate-limited'],
  ['Get "https://h/v2/": http: server gave HTTP response to HTTPS client', 'plain-http'],
  ['Get "https://h/v2/": x509: certificate signed by unknown authority', 'certificate'],
  ['Get "https://h/v2/": tls: failed to verify certificate: x509: certificate has expired', 'certificate'],
  ['Get "http://127.0.0.1:9/v2/": dial tcp 127.0.0.1:9: connect: connection refused', 'unreachable'],
  ['Get "https://h/v2/": dial tcp: lookup h on 10.0.0.1:53: no such host', 'unreachable'],
  ['Get "https://h/v2/": net/http: TLS handshake timeout', 'unreachable'],
];

test.for(sayings)('%s', ([message, refusal]) => {
  expect(refusalOf(new EngineError('failed', message))).toBe(refusal);
});

test('what does not lie with the registry is no refusal', () => {
  expect(refusalOf(new EngineError('failed', 'no space left on device'))).toBeUndefined();
  expect(refusalOf(new EngineError('not-running', 'connection refused'))).toBeUndefined();
  expect(refusalOf(new Error('unauthorized'))).toBeUndefined();
  expect(refusalOf(undefined)).toBeUndefined();
});

describe('explainRefusal', () => {
  const refusals = [
    'token-expired',
    'repository-missing',
    'image-missing',
    'immutable-tag',
    'rate-limited',
    'plain-http',
    'certificate',
    'unreachable',
  ] as const;

  test.for(refusals)('%s says what to do and keeps the registry’s words', (refusal) => {
    const error = new EngineError('failed', 'the registry’s own words');
    const explained = explainRefusal({ refusal, host: 'h:5000', name: 'h:5000/team/web:1', error });
    expect(explained.message).toMatch(/h:5000/);
    expect(explained.message).toContain('The answer was: the registry’s own words');
    expect(explained.cause).toBe(error);
  });
});
