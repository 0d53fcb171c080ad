import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test as plain } from 'vitest';
import { engineAt } from '../../support/engine.ts';
import { containerRecord, imageRecord, startFakeEngine, type FakeEngine } from '../../support/fakeEngine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { asUnprivileged } from '../../support/unprivileged.ts';

const test = plain.extend<{ fake: FakeEngine }>({
  fake: async ({}, use) => {
    const fake = await startFakeEngine();
    await use(fake);
    await fake.dispose();
  },
});

describe('says why an engine cannot be reached', () => {
  const addresses: readonly (readonly [host: string, kind: string, message: RegExp])[] = [
    ['unix:///nowhere/docker.sock', 'not-running', /the socket does not exist/],
    ['tcp://127.0.0.1:1', 'not-running', /connection refused/],
    ['tcp://name.invalid:2375', 'not-running', /cannot be resolved/],
    ['127.0.0.1:1', 'not-running', /tcp:\/\/127\.0\.0\.1:1: connection refused/],
    ['ssh://me@host', 'unsupported', /over SSH .* not supported yet\. Open a tunnel/],
    ['ftp://host', 'context', /is not an engine's address/],
    ['tcp://[::1', 'context', /is not an engine's address/],
  ];
  for (const [host, kind, message] of addresses)
    plain(host, async () => {
      await expect(engineAt(host).version()).rejects.toMatchObject({ name: 'EngineError', kind, message });
    });

  test('no permission', async ({ fake }) => {
    const path = fake.host.slice('unix://'.length);
    await chmod(path, 0);
    await asUnprivileged(dirname(path), async () => {
      await expect(engineAt(fake.host).version()).rejects.toMatchObject({ kind: 'no-permission' });
    });
  });

  plain('a file that is no socket', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'plain');
    await writeFile(path, '');
    await expect(engineAt(`unix://${path}`).version()).rejects.toMatchObject({ kind: 'not-running' });
  });

  plain('something that is not an engine', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const engine = engineAt(`tcp://127.0.0.1:${(other.address() as AddressInfo).port}`);
    await expect(engine.version()).rejects.toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/not a container engine/) as string,
    });
    other.close();
  });
});

describe('agrees on an API version', () => {
  const answer = (fake: FakeEngine, version: object): void => {
    fake.on('GET /version', (_request, response) => void response.end(JSON.stringify(version)));
  };
  test('the newest that both know, asked for once', async ({ fake }) => {
    const paths: string[] = [];
    fake.on('GET /images/json', (request, response) => {
      paths.push(request.url ?? '');
      response.end('[]');
    });
    answer(fake, { Version: '99.0', ApiVersion: '1.99', MinAPIVersion: '1.44', Os: 'linux', Arch: 'arm64' });
    const engine = engineAt(fake.host);
    await Promise.all([engine.images.list(), engine.images.list(), engine.version()]);
    expect(paths.every((path) => path.startsWith('/v1.51/images/json'))).toBe(true);
    expect(await engine.version()).toEqual({ version: '99.0', apiVersion: '1.51', os: 'linux', arch: 'arm64' });
    expect(fake.requests.filter((route) => route === 'GET /version')).toHaveLength(1);
  });
  test('none with one that is too old, too new, or tells nothing', async ({ fake }) => {
    answer(fake, { Version: '18.09', ApiVersion: '1.39' });
    await expect(engineAt(fake.host).version()).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringMatching(/too old/) as string,
    });
    answer(fake, { Version: '99', ApiVersion: '2.1', MinAPIVersion: '2.0' });
    await expect(engineAt(fake.host).version()).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringMatching(/too new/) as string,
    });
    answer(fake, {});
    await expect(engineAt(fake.host).version()).rejects.toMatchObject({ kind: 'failed' });
  });
  test('and asks again after a failure', async ({ fake }) => {
    const engine = engineAt(fake.host);
    fake.on('GET /version', (_request, response) => void response.writeHead(503).end('starting'));
    await expect(engine.version()).rejects.toMatchObject({ kind: 'failed', status: 503, message: 'starting' });
    fake.on('GET /version', undefined);
    expect((await engine.version()).apiVersion).toBe('1.41');
  });
});

describe('reads answers with care', () => {
  test('a record that cannot be read costs itself only', async ({ fake }) => {
    const web = containerRecord('web');
    fake.containers = [null, 7, {}, { Id: 5 }, web, { Id: 'x'.repeat(64) }];
    expect((await engineAt(fake.host).containers.list()).map(({ name }) => name)).toEqual(['web', 'x'.repeat(12)]);
    fake.images = ['bad', imageRecord('a:1')];
    expect((await engineAt(fake.host).images.list()).map(({ tags }) => tags)).toEqual([['a:1']]);
  });
  test('null for a list is an empty one', async ({ fake }) => {
    fake.on('GET /images/json', (_request, response) => void response.end('null'));
    expect(await engineAt(fake.host).images.list()).toEqual([]);
  });
  test('broken JSON is an error', async ({ fake }) => {
    fake.on('GET /images/json', (_request, response) => {
      response.setHeader('content-type', 'application/json').end('[{');
    });
    await expect(engineAt(fake.host).images.list()).rejects.toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/broken JSON/) as string,
    });
  });
  test('statuses have their kinds, and the engine its words', async ({ fake }) => {
    const kinds = {
      400: 'invalid',
      401: 'unauthorized',
      403: 'unauthorized',
      404: 'not-found',
      409: 'conflict',
      500: 'failed',
      501: 'unsupported',
    };
    for (const [status, kind] of Object.entries(kinds)) {
      fake.on('POST /containers/x/start', (_request, response) => {
        response.writeHead(Number(status)).end(JSON.stringify({ message: ` said ${status}\n` }));
      });
      const starting = engineAt(fake.host).containers.start('x');
      await expect(starting).rejects.toMatchObject({ kind, message: `said ${status}`, status: Number(status) });
    }
    fake.on('POST /containers/x/start', (_request, response) => void response.writeHead(500).end());
    await expect(engineAt(fake.host).containers.start('x')).rejects.toThrow('HTTP status 500');
    fake.on('POST /containers/x/start', (_request, response) => void response.writeHead(304).end());
    await engineAt(fake.host).containers.start('x');
  });
});

describe('a connection that breaks off', () => {
  test('before the answer, in it, and in a stream', async ({ fake }) => {
    fake.on('GET /images/json', (request) => void request.socket.destroy());
    await expect(engineAt(fake.host).images.list()).rejects.toMatchObject({ kind: 'lost' });
    fake.on('GET /images/json', (request, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('[');
      setImmediate(() => request.socket.destroy());
    });
    await expect(engineAt(fake.host).images.list()).rejects.toMatchObject({ kind: 'lost' });
  });
  test('while it was idle is opened anew without a word', async ({ fake }) => {
    const engine = engineAt(fake.host);
    await engine.images.list();
    let first = true;
    // As when the other side closes an idle connection just as we take it.
    fake.on('GET /images/json', (request, response) => {
      if (first) request.socket.destroy();
      else response.end('[]');
      first = false;
    });
    expect(await engine.images.list()).toEqual([]);
  });
  test('is no reason to start a container twice', async ({ fake }) => {
    const engine = engineAt(fake.host);
    await engine.images.list();
    fake.on('POST /containers/x/start', (request) => void request.socket.destroy());
    await expect(engine.containers.start('x')).rejects.toMatchObject({ kind: 'lost' });
    expect(fake.requests.filter((route) => route.includes('start'))).toHaveLength(1);
  });
});

test('an abort ends a wait for a silent engine', async ({ fake }) => {
  fake.on('GET /images/json', () => {});
  const abort = new AbortController();
  const listing = engineAt(fake.host).images.list(abort.signal);
  await expect.poll(() => fake.requests).toContain('GET /images/json');
  abort.abort();
  await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
  fake.on('GET /version', () => {});
  const asking = new AbortController();
  const version = engineAt(fake.host).version(asking.signal);
  asking.abort();
  await expect(version).rejects.toMatchObject({ name: 'AbortError' });
});

test('the environment of the process has no say', async ({ fake }) => {
  const before = { ...process.env };
  Object.assign(process.env, {
    DOCKER_HOST: 'tcp://127.0.0.1:1',
    DOCKER_CERT_PATH: '/nowhere',
    DOCKER_TLS_VERIFY: '1',
  });
  try {
    expect(await engineAt(fake.host).images.list()).toEqual([]);
  } finally {
    process.env = before;
  }
});

test('an engine without BuildKit cannot build, and is told apart', async ({ fake }) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'Dockerfile'), 'FROM scratch\n');
  const options = { context: folder.path, dockerfile: join(folder.path, 'Dockerfile'), tags: [] };
  const building = engineAt(fake.host).build(options, new AbortController().signal)[Symbol.asyncIterator]().next();
  await expect(building).rejects.toMatchObject({
    kind: 'unsupported',
    message: expect.stringMatching(/no BuildKit session/) as string,
  });
});
