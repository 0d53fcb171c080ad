import { describe, expect, test } from 'vitest';
import {
  formatReference,
  parseReference,
  referenceProblem,
  tagProblem,
  withDefaultTag,
} from '../../../client/src/registry/reference.ts';
import { EngineError } from '../../../client/src/engine/error.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseReference', () => {
  test.each([
    ['nginx', 'docker.io', 'library/nginx', 'nginx', undefined, undefined],
    ['nginx:1.27', 'docker.io', 'library/nginx', 'nginx', '1.27', undefined],
    ['library/nginx', 'docker.io', 'library/nginx', 'nginx', undefined, undefined],
    ['team/web:v1', 'docker.io', 'team/web', 'team/web', 'v1', undefined],
    ['library/a/b', 'docker.io', 'library/a/b', 'library/a/b', undefined, undefined],
    ['docker.io/team/web', 'docker.io', 'team/web', 'team/web', undefined, undefined],
    ['index.docker.io/nginx', 'docker.io', 'library/nginx', 'nginx', undefined, undefined],
    ['localhost/web', 'localhost', 'web', 'localhost/web', undefined, undefined],
    ['localhost:5000/team/web:1', 'localhost:5000', 'team/web', 'localhost:5000/team/web', '1', undefined],
    ['127.0.0.1:5000/web', '127.0.0.1:5000', 'web', '127.0.0.1:5000/web', undefined, undefined],
    ['[::1]:5000/web:x', '[::1]:5000', 'web', '[::1]:5000/web', 'x', undefined],
    ['ghcr.io/o/a__b--c.d_e', 'ghcr.io', 'o/a__b--c.d_e', 'ghcr.io/o/a__b--c.d_e', undefined, undefined],
    ['REGISTRY/web', 'REGISTRY', 'web', 'REGISTRY/web', undefined, undefined],
    [`nginx@${digest}`, 'docker.io', 'library/nginx', 'nginx', undefined, digest],
    [`quay.io/x/y:1@${digest}`, 'quay.io', 'x/y', 'quay.io/x/y', '1', digest],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:v1',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      'team/web',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web',
      'v1',
      undefined,
    ],
  ])('%s', (text, host, path, repository, tag, digest) => {
    expect(referenceProblem(text)).toBeUndefined();
    const reference = parseReference(text);
    expect(reference).toMatchObject({ host, path, repository });
    expect(reference.tag).toBe(tag);
    expect(reference.digest).toBe(digest);
  });

  test('says whether the text itself names a registry', () => {
    expect(parseReference('nginx').hasHost).toBe(false);
    expect(parseReference('team/web').hasHost).toBe(false);
    expect(parseReference('docker.io/nginx').hasHost).toBe(true);
    expect(parseReference('localhost/web').hasHost).toBe(true);
  });

  test.each([
    ['', 'cannot be empty'],
    ['two words', 'no spaces'],
    ['nginx:1 ', 'no spaces'],
    ['https://ghcr.io/x', 'without “https://”'],
    ['Nginx', 'lower case'],
    ['team/Web:1', 'lower case'],
    ['team//web', 'no empty part'],
    ['/web', 'no empty part'],
    ['web/', 'no empty part'],
    ['ghcr.io/', 'a repository’s name is expected'],
    ['web:', 'cannot be empty'],
    ['web:.x', 'starts with none'],
    ['web:-x', 'starts with none'],
    [`web:${'x'.repeat(129)}`, 'at most 128 characters; this one has 129'],
    ['a___b', '“a___b” is not a repository’s name'],
    ['-a', '“-a” is not'],
    ['a.', '“a.” is not'],
    ['web@sha256:12', 'a digest is expected'],
    ['web@', 'a digest is expected'],
    ['a..b.com/web', '“a..b.com” is not a registry’s host'],
    ['host:port/web', '“host:port” is not a registry’s host'],
    ['0123456789abcdef'.repeat(4), 'image id'],
    [`ghcr.io/${'a'.repeat(256)}`, 'at most 255 characters; this one has 256'],
    ['web;rm -rf /', 'no spaces'],
    ['web;rm', '“web;rm” is not'],
    ['wéb', '“wéb” is not'],
  ])('refuses %s', (text, message) => {
    expect(referenceProblem(text)).toContain(message);
    expect(() => parseReference(text)).toThrow(EngineError);
    expect(() => parseReference(text)).toThrow(expect.objectContaining({ kind: 'invalid' }));
  });

  test('a hostile name is refused in a time that does not grow with its shape', () => {
    expect(referenceProblem(`${'a'.repeat(200)}${'-'.repeat(50)}!`)).toContain('is not a repository’s name');
    expect(referenceProblem(`${'a-'.repeat(50_000)}.x/y`)).toContain('is not a registry’s host');
  });
});

test('formatReference and parseReference are each other’s way back', () => {
  for (const text of ['nginx', 'team/web:v1', `quay.io/x/y:1@${digest}`, 'localhost:5000/a']) {
    expect(formatReference(parseReference(text))).toBe(text);
  }
});

test('withDefaultTag adds latest only where neither tag nor digest stands', () => {
  expect(withDefaultTag(parseReference('nginx')).tag).toBe('latest');
  expect(withDefaultTag(parseReference('nginx:1')).tag).toBe('1');
  expect(withDefaultTag(parseReference(`nginx@${digest}`)).tag).toBeUndefined();
});

test('tagProblem takes what a registry takes', () => {
  for (const tag of ['v1', '_x', '1.0-rc.1', 'A', 'x'.repeat(128)]) expect(tagProblem(tag)).toBeUndefined();
  for (const tag of ['', '.a', 'a/b', 'a:b', 'ü']) expect(tagProblem(tag)).toBeTypeOf('string');
});
