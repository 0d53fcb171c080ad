import { expect, test } from 'vitest';
import { readImageReference } from '../../../server/src/workspace/imageReference.ts';

const digest = `sha256:${'a'.repeat(64)}`;

test.each([
  ['alpine', 'docker.io', 'alpine', undefined, undefined],
  ['acme/app:1.2', 'docker.io', 'acme/app', '1.2', undefined],
  ['localhost/app', 'localhost', 'app', undefined, undefined],
  ['Host/app', 'Host', 'app', undefined, undefined],
  ['localhost:5000/a/b_c__d-e:v1', 'localhost:5000', 'a/b_c__d-e', 'v1', undefined],
  ['[::1]:5000/app', '[::1]:5000', 'app', undefined, undefined],
  [`ghcr.io/acme/app:1@${digest}`, 'ghcr.io', 'acme/app', '1', digest],
])('%s', (text, registry, repository, tag, wanted) => {
  expect(readImageReference(text)).toEqual({ registry, repository, tag, digest: wanted });
});

test.each(['', ':1', 'a:', 'Alpine', 'a//b', 'a@sha256:1', 'a/B', '-a', 'a b', 'a:b:c', 'f'.repeat(64)])(
  '%j is no image',
  (text) => {
    expect(readImageReference(text)).toBeUndefined();
  },
);
