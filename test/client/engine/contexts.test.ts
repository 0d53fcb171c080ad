import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createContexts } from '../../../client/src/engine/endpoint/contexts.ts';
import { contextNameProblem } from '../../../client/src/engine/endpoint/contextFiles.ts';
import { findContext } from '../../../client/src/engine/endpoint/contextStore.ts';
import type { EndpointOptions } from '../../../client/src/engine/endpoint/resolve.ts';
import { startFakeEngine } from '../../support/fakeEngine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const options = (folder: string, given: Partial<EndpointOptions> = {}): EndpointOptions => ({
  settings: () => ({ host: '', context: '' }),
  env: { DOCKER_CONFIG: folder },
  home: folder,
  platform: 'linux',
  log: { debug: () => {}, warn: () => {} },
  ...given,
});

test('what is added is in the CLI’s format, and found by whoever reads it', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const certificates = join(folder, 'certificates');
  await mkdir(certificates);
  for (const name of ['ca.pem', 'cert.pem', 'key.pem']) await writeFile(join(certificates, name), name);
  const contexts = createContexts(options(folder));
  await contexts.add({ name: 'nas', description: 'the big one', host: 'tcp://nas:2376', certificates });
  const found = await findContext(folder, 'nas');
  expect(found).toMatchObject({ name: 'nas', description: 'the big one', host: 'tcp://nas:2376' });
  expect(Buffer.from(found.tls?.key ?? []).toString()).toBe('key.pem');
  expect((await contexts.list()).map(({ name, current, stored }) => [name, current, stored])).toEqual([
    ['default', true, false],
    ['nas', false, true],
  ]);
  await expect(contexts.add({ name: 'nas', description: '', host: 'tcp://x:1' })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

test('a private key is for its owner only', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  await writeFile(join(folder, 'ca.pem'), 'ca');
  await createContexts(options(folder)).add({
    name: 'nas',
    description: '',
    host: 'tcp://nas:2376',
    certificates: folder,
  });
  const id = createHash('sha256').update('nas').digest('hex');
  const file = join(folder, 'contexts', 'tls', id, 'docker', 'ca.pem');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(join(folder, 'contexts', 'meta', id, 'meta.json'), 'utf8'))).toEqual({
    Name: 'nas',
    Metadata: {},
    Endpoints: { docker: { Host: 'tcp://nas:2376', SkipTLSVerify: false } },
  });
});

test('a folder without certificates, or with half of a pair, is refused, and nothing is written', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const contexts = createContexts(options(folder));
  const add = () => contexts.add({ name: 'nas', description: '', host: 'tcp://nas:2376', certificates: folder });
  await expect(add()).rejects.toMatchObject({ kind: 'tls' });
  await writeFile(join(folder, 'cert.pem'), 'x');
  await expect(add()).rejects.toMatchObject({ kind: 'tls', message: expect.stringContaining('key.pem') as string });
  expect(await contexts.list()).toHaveLength(1);
});

test('the current one of the CLI stays; another one is removed', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const contexts = createContexts(options(folder));
  await contexts.add({ name: 'nas', description: '', host: 'tcp://nas:2376' });
  await writeFile(join(folder, 'config.json'), JSON.stringify({ currentContext: 'nas' }));
  await expect(contexts.remove('nas')).rejects.toMatchObject({ kind: 'conflict' });
  expect((await contexts.list()).find(({ current }) => current)).toMatchObject({ name: 'nas', source: 'context' });
  await writeFile(join(folder, 'config.json'), '{}');
  await contexts.remove('nas');
  expect((await contexts.list()).map(({ name }) => name)).toEqual(['default']);
  await expect(contexts.remove('nas')).rejects.toMatchObject({ kind: 'not-found' });
});

test('an address goes before all contexts, and says where it comes from', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const env = { DOCKER_CONFIG: folder, DOCKER_HOST: 'tcp://build:2375' };
  expect(await createContexts(options(folder, { env })).list()).toMatchObject([
    { name: '', host: 'tcp://build:2375', current: true, source: 'DOCKER_HOST' },
    { name: 'default', current: false },
  ]);
});

test('a check tells the version, or why there is none; DOCKER_HOST does not stand in for a context', async () => {
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const engine = await startFakeEngine();
  const env = { DOCKER_CONFIG: folder, DOCKER_HOST: 'unix:///nowhere.sock' };
  const contexts = createContexts(options(folder, { env }));
  await contexts.add({ name: 'here', description: '', host: engine.host });
  await contexts.add({ name: 'gone', description: '', host: 'unix:///nonexistent/docker.sock' });
  expect(await contexts.check('here')).toMatchObject({ version: '20.10.0' });
  await expect(contexts.check('gone')).rejects.toMatchObject({ kind: 'not-running' });
  await expect(contexts.check('')).rejects.toMatchObject({ kind: 'not-running' });
  await engine.dispose();
});

test.each([
  ['nas', true],
  ['my.nas_2+x-y', true],
  ['x', false],
  ['-x', false],
  ['a b', false],
  ['../up', false],
  ['default', false],
])('name "%s": %s', (name, sound) => {
  expect(contextNameProblem(name) === undefined).toBe(sound);
});
