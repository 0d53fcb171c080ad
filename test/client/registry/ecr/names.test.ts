import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, findAwsCli } from '../../../../client/src/registry/ecr/awsCli.ts';
import {
  parseEcrHost,
  regionProblem,
  repositoryNameProblem,
  suggestRepositoryName,
} from '../../../../client/src/registry/ecr/names.ts';
import { regions } from '../../../../client/src/registry/ecr/regions.data.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

test('hosts of ECR are known by their form', () => {
  const account = '123456789012';
  expect(parseEcrHost(`${account}.dkr.ecr.eu-west-1.amazonaws.com`)).toEqual({ account, region: 'eu-west-1' });
  expect(parseEcrHost(`${account}.dkr.ecr-fips.us-gov-west-1.amazonaws.com`)).toEqual({
    account,
    region: 'us-gov-west-1',
  });
  expect(parseEcrHost(`${account}.dkr.ecr.cn-north-1.amazonaws.com.cn`)).toEqual({ account, region: 'cn-north-1' });
  expect(parseEcrHost(`${account}.dkr-ecr.us-west-2.on.aws`)).toEqual({ account, region: 'us-west-2' });
  for (const host of [
    'public.ecr.aws',
    'ghcr.io',
    `${account}.dkr.ecr.eu-west-1.amazonaws.com.evil.example`,
    `x${account}.dkr.ecr.eu-west-1.amazonaws.com`,
    '1.dkr.ecr.eu-west-1.amazonaws.com',
  ]) {
    expect(parseEcrHost(host)).toBeUndefined();
  }
});

test.for(['ab', 'team/web', '1.2/a_b-c.d', 'a/b/c/d', 'x'.repeat(256)])('the name %s does', (name) => {
  expect(repositoryNameProblem(name)).toBeUndefined();
});

test.for(['', 'a', 'Team/web', 'a__b', 'a--b', '-ab', 'ab-', 'a//b', '/ab', 'ab/', 'a b', 'ä', 'x'.repeat(257)])(
  'the name %j does not',
  (name) => {
    expect(repositoryNameProblem(name)).toBeTypeOf('string');
  },
);

test.for([
  ['team/web', 'team/web'],
  ['library/nginx', 'nginx'],
  ['my__app', 'my-app'],
  ['a--b/c', 'a-b/c'],
  ['Über/App_', 'ber/app'],
  ['', ''],
])('%s is suggested as %s', ([path = '', name]) => {
  const suggested = suggestRepositoryName(path);
  expect(suggested).toBe(name);
  if (suggested !== '') expect(repositoryNameProblem(suggested)).toBeUndefined();
});

test('every listed region is written as regions are, and stands once', () => {
  expect(regions.filter(([code]) => regionProblem(code) !== undefined)).toEqual([]);
  expect(new Set(regions.map(([code]) => code)).size).toBe(regions.length);
  for (const code of ['', 'eu', 'eu-west', 'EU-WEST-1', 'eu-west-1a', 'https://x']) {
    expect(regionProblem(code)).toBeTypeOf('string');
  }
});

test('a command is quoted where a shell would read more into it', () => {
  expect(commandLine(['sso', 'login', '--profile', 'corp.dev@x'])).toBe('aws sso login --profile corp.dev@x');
  expect(commandLine(['sso', 'login', '--profile', `a'; touch x; '`])).toBe(
    `aws sso login --profile 'a'\\''; touch x; '\\'''`,
  );
});

test('the AWS CLI is found in the PATH as a program, never in a relative folder', async () => {
  await using folder = await temporaryFolder();
  const [bin, other] = [join(folder.path, 'bin'), join(folder.path, 'other')];
  await mkdir(bin);
  await mkdir(join(other, 'aws'), { recursive: true });
  await writeFile(join(bin, 'aws'), '#!/bin/sh\n');
  const usual = await findAwsCli({ PATH: 'relative' });
  expect(await findAwsCli({ PATH: `${other}:${bin}` })).toBe(usual);
  await chmod(join(bin, 'aws'), 0o755);
  expect(await findAwsCli({ PATH: `.:relative:${other}:${bin}` })).toBe(join(bin, 'aws'));
});
