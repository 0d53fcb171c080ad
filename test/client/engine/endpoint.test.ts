import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test as plain } from 'vitest';
import { listContexts } from '../../../client/src/engine/endpoint/contextStore.ts';
import { resolveEndpoint, type EndpointOptions } from '../../../client/src/engine/endpoint/resolve.ts';
import { firstAnswering, wellKnownSockets } from '../../../client/src/engine/endpoint/sockets.ts';
import { writeFiles } from '../../support/buildContext.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { asUnprivileged } from '../../support/unprivileged.ts';

/** A home folder, and how the endpoint is resolved with it. */
interface Home {
  readonly path: string;
  readonly warnings: string[];
  context(name: string, endpoint: object, pem?: Record<string, string>): Promise<void>;
  config(config: object | string): Promise<void>;
  listen(path: string): Promise<void>;
  resolve(more?: {
    host?: string;
    context?: string;
    env?: Record<string, string>;
    platform?: NodeJS.Platform;
  }): ReturnType<typeof resolveEndpoint>;
}

const test = plain.extend<{ home: Home }>({
  home: async ({}, use) => {
    await using folder = await temporaryFolder();
    const servers: Server[] = [];
    await use(makeHome(folder.path, servers));
    for (const server of servers) server.close();
  },
});

function makeHome(path: string, servers: Server[]): Home {
  const docker = join(path, '.docker');
  const warnings: string[] = [];
  return {
    path,
    warnings,
    context: async (name, endpoint, pem = {}) => {
      const id = createHash('sha256').update(name).digest('hex');
      const meta = { Name: name, Metadata: { Description: `about ${name}` }, Endpoints: { docker: endpoint } };
      await writeFiles(join(docker, 'contexts'), { [`meta/${id}/meta.json`]: JSON.stringify(meta) });
      await writeFiles(join(docker, 'contexts/tls', id, 'docker'), pem);
    },
    config: (config) =>
      writeFiles(docker, { 'config.json': typeof config === 'string' ? config : JSON.stringify(config) }),
    listen: async (socket) => {
      await mkdir(dirname(join(path, socket)), { recursive: true });
      const server = createServer((connection) => connection.destroy());
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(join(path, socket), resolve));
    },
    resolve: ({ context = '', env = {}, host = '', platform = 'linux' } = {}) => {
      const log: EndpointOptions['log'] = { debug: () => {}, warn: (message) => warnings.push(message) };
      return resolveEndpoint({ settings: () => ({ host, context }), env, home: path, platform, log });
    },
  };
}

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();

describe('the first of these wins', () => {
  const all = { DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'fromEnv' };
  test.beforeEach(async ({ home }) => {
    for (const name of ['fromSetting', 'fromEnv', 'current'])
      await home.context(name, { Host: `unix:///${name}.sock` });
    await home.config({ currentContext: 'current' });
  });

  test('the setting for the host', async ({ home }) => {
    const endpoint = await home.resolve({ host: ' unix:///setting.sock ', context: 'fromSetting', env: all });
    expect(endpoint).toEqual({ host: 'unix:///setting.sock', source: 'setting', context: 'default' });
  });
  test('the setting for the context', async ({ home }) => {
    const endpoint = await home.resolve({ context: 'fromSetting', env: all });
    expect(endpoint).toEqual({ host: 'unix:///fromSetting.sock', source: 'setting', context: 'fromSetting' });
  });
  test('DOCKER_HOST', async ({ home }) => {
    const endpoint = await home.resolve({ env: all });
    expect(endpoint).toEqual({ host: 'unix:///env.sock', source: 'DOCKER_HOST', context: 'default' });
    expect(await home.resolve({ context: 'default', env: all })).toEqual(endpoint);
  });
  test('DOCKER_CONTEXT', async ({ home }) => {
    const endpoint = await home.resolve({ env: { DOCKER_CONTEXT: 'fromEnv' } });
    expect(endpoint).toEqual({ host: 'unix:///fromEnv.sock', source: 'DOCKER_CONTEXT', context: 'fromEnv' });
  });
  test('the current context', async ({ home }) => {
    expect(await home.resolve()).toEqual({ host: 'unix:///current.sock', source: 'context', context: 'current' });
  });
  test('the default, which "default" names everywhere', async ({ home }) => {
    for (const options of [{ context: 'default' }, { env: { DOCKER_CONTEXT: 'default' } }])
      expect((await home.resolve(options)).context).toBe('default');
    await home.config({ currentContext: 'default' });
    expect((await home.resolve()).context).toBe('default');
  });
});

test('DOCKER_CONFIG moves the folder', async ({ home }) => {
  await using elsewhere = await temporaryFolder();
  await writeFile(join(elsewhere.path, 'config.json'), '{"currentContext":"gone"}');
  await home.config({ currentContext: '' });
  await expect(home.resolve({ env: { DOCKER_CONFIG: elsewhere.path } })).rejects.toMatchObject({
    kind: 'context',
    message: 'The Docker context "gone" does not exist.',
  });
});

test('a broken config.json is told and passed over; a broken context is an error', async ({ home }) => {
  await home.config('{"currentContext":');
  expect((await home.resolve()).context).toBe('default');
  expect(home.warnings[0]).toMatch(/config\.json cannot be read/);
  await home.context('empty', {});
  await expect(home.resolve({ context: 'empty' })).rejects.toMatchObject({
    kind: 'context',
    message: expect.stringMatching(/no Docker endpoint/) as string,
  });
  await home.context('bad', {});
  const id = createHash('sha256').update('bad').digest('hex');
  await writeFiles(home.path, { [`.docker/contexts/meta/${id}/meta.json`]: 'not json' });
  await expect(home.resolve({ context: 'bad' })).rejects.toMatchObject({
    kind: 'context',
    message: expect.stringMatching(/cannot be read/) as string,
  });
});

test('reads files anew each time', async ({ home }) => {
  await home.context('a', { Host: 'tcp://a:1' });
  await home.config({ currentContext: 'a' });
  expect((await home.resolve()).host).toBe('tcp://a:1');
  await home.context('a', { Host: 'tcp://b:2' });
  expect((await home.resolve()).host).toBe('tcp://b:2');
});

describe('TLS', () => {
  test('of a context', async ({ home }) => {
    await home.context('tls', { Host: 'tcp://h:2376' }, { 'ca.pem': 'CA', 'cert.pem': 'CERT', 'key.pem': 'KEY' });
    const { tls } = await home.resolve({ context: 'tls' });
    expect([text(tls?.ca), text(tls?.cert), text(tls?.key), tls?.skipVerify]).toEqual(['CA', 'CERT', 'KEY', false]);
    await home.context('skip', { Host: 'tcp://h:2376', SkipTLSVerify: true });
    expect((await home.resolve({ context: 'skip' })).tls).toEqual({ skipVerify: true });
    await home.context('plain', { Host: 'tcp://h:2375' });
    expect(await home.resolve({ context: 'plain' })).not.toHaveProperty('tls');
  });
  test('of the environment, also for the host of the setting', async ({ home }) => {
    await writeFiles(home.path, { 'certs/ca.pem': 'CA', 'certs/cert.pem': 'CERT', 'certs/key.pem': 'KEY' });
    const env = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: join(home.path, 'certs') };
    for (const endpoint of [
      await home.resolve({ env: { ...env, DOCKER_HOST: 'h:2376' } }),
      await home.resolve({ env, host: 'tcp://h:2376' }),
    ]) {
      expect(endpoint.host).toBe('tcp://h:2376');
      expect([text(endpoint.tls?.ca), endpoint.tls?.skipVerify]).toEqual(['CA', false]);
    }
    const unverified = await home.resolve({ host: 'tcp://h:1', env: { DOCKER_TLS: '1' } });
    expect(unverified.tls).toEqual({ skipVerify: true });
    expect(await home.resolve({ host: 'tcp://h:1', env: { DOCKER_CERT_PATH: '/x' } })).not.toHaveProperty('tls');
    expect(await home.resolve({ host: 'unix:///x', env })).not.toHaveProperty('tls');
  });
  test('that is incomplete says what is missing', async ({ home }) => {
    await home.context('half', { Host: 'tcp://h:2376' }, { 'cert.pem': 'CERT' });
    await expect(home.resolve({ context: 'half' })).rejects.toMatchObject({
      kind: 'tls',
      message: expect.stringMatching(/key\.pem is missing/) as string,
    });
    const env = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: join(home.path, 'none') };
    await expect(home.resolve({ host: 'tcp://h:2376', env })).rejects.toMatchObject({
      kind: 'tls',
      message: expect.stringMatching(/DOCKER_CERT_PATH.*no ca\.pem/) as string,
    });
  });
  test('that may not be read says so', async ({ home }) => {
    await home.context('closed', { Host: 'tcp://h:2376' }, { 'ca.pem': 'CA' });
    const id = createHash('sha256').update('closed').digest('hex');
    await chmod(join(home.path, '.docker/contexts/tls', id, 'docker/ca.pem'), 0);
    await asUnprivileged(home.path, async () => {
      await expect(home.resolve({ context: 'closed' })).rejects.toMatchObject({
        kind: 'tls',
        message: expect.stringMatching(/EACCES/) as string,
      });
    });
  });
});

describe('without a word about it', () => {
  test('it is the default socket when none answers', async ({ home }) => {
    const endpoint = await home.resolve({ platform: 'win32' });
    expect(endpoint).toEqual({ host: 'npipe:////./pipe/docker_engine', source: 'default', context: 'default' });
  });
  test('a socket that nobody listens on any more is passed over', async ({ home }) => {
    await writeFiles(home.path, { 'plain.sock': '' });
    await home.listen('live.sock');
    await home.listen('later.sock');
    const sockets = ['none', 'plain', 'live', 'later'].map((name) => `unix://${join(home.path, name)}.sock`);
    expect(await firstAnswering(sockets)).toBe(sockets[2]);
    expect(await firstAnswering(sockets.slice(0, 2))).toBeUndefined();
  });
  test('the known sockets, in their order', async ({ home }) => {
    await writeFiles(home.path, { '.colima/work/x': '', '.colima/_lima/x': '' });
    const env = { XDG_RUNTIME_DIR: '/run/user/1' };
    const sockets = await wellKnownSockets({ env, home: '/nowhere', platform: 'linux' });
    expect(sockets.slice(0, 3)).toEqual([
      'unix:///nowhere/.docker/run/docker.sock',
      'unix:///nowhere/.docker/desktop/docker.sock',
      'unix:///run/user/1/docker.sock',
    ]);
    expect(sockets).toContain('unix:///run/user/1/podman/podman.sock');
    const colima = (await wellKnownSockets({ env: {}, home: home.path, platform: 'darwin' })).filter((path) =>
      path.includes('colima'),
    );
    expect(colima).toEqual(['default', 'work'].map((name) => `unix://${home.path}/.colima/${name}/docker.sock`));
  });
});

test('lists the contexts, without those that cannot be read', async ({ home }) => {
  await home.context('b', { Host: 'tcp://b:1' });
  await home.context('a', { Host: 'unix:///a' });
  await home.context('kubernetes', {});
  await writeFiles(home.path, { '.docker/contexts/meta/x/meta.json': '[]', '.docker/contexts/meta/y/meta.json': '{' });
  expect(await listContexts(join(home.path, '.docker'))).toEqual([
    { name: 'a', description: 'about a', host: 'unix:///a' },
    { name: 'b', description: 'about b', host: 'tcp://b:1' },
  ]);
  expect(await listContexts('/nowhere')).toEqual([]);
});
