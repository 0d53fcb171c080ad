import type { ServerResponse } from 'node:http';
import { describe, expect, test as plain } from 'vitest';
import type { TransferEvent } from '../../../client/src/engine/engine.ts';
import { collect, engineAt } from '../../support/engine.ts';
import { startFakeEngine, type FakeEngine } from '../../support/fakeEngine.ts';

const test = plain.extend<{ fake: FakeEngine }>({
  fake: async ({}, use) => {
    const fake = await startFakeEngine();
    await use(fake);
    await fake.dispose();
  },
});
const never = new AbortController().signal;
const digest = `sha256:${'a'.repeat(64)}`;

/** Answers a pull or push with these lines, and keeps what was asked. */
function script(fake: FakeEngine, route: string, lines: readonly object[]) {
  const asked = { query: new URLSearchParams(), auth: '' };
  fake.on(route, (request, response, url) => {
    asked.query = url.searchParams;
    asked.auth = String(request.headers['x-registry-auth']);
    for (const line of lines) response.write(`${JSON.stringify(line)}\r\n`);
    response.end();
  });
  return asked;
}

test('a push: layers, digest, credentials in padded base64url', async ({ fake }) => {
  const asked = script(fake, 'POST /images/127.0.0.1:5000/team/app/push', [
    { status: 'The push refers to repository [127.0.0.1:5000/team/app]' },
    { status: 'Preparing', progressDetail: {}, id: 'aaa' },
    { status: 'Pushing', progressDetail: { current: 5, total: 4 }, progress: '[==>]', id: 'aaa' },
    { status: 'Layer already exists', progressDetail: {}, id: 'bbb' },
    { status: `1.0: digest: ${digest} size: 528` },
    { progressDetail: {}, aux: { Tag: '1.0', Digest: digest, Size: 528 } },
  ]);
  const credentials = { serverAddress: '127.0.0.1:5000', username: 'ä~', password: 'p?>' };
  const events = await collect(engineAt(fake.host).images.push('127.0.0.1:5000/team/app:1.0', { credentials }, never));
  expect(events).toEqual([
    { kind: 'status', text: 'The push refers to repository [127.0.0.1:5000/team/app]' },
    { kind: 'layer', id: 'aaa', status: 'Preparing' },
    { kind: 'layer', id: 'aaa', status: 'Pushing', current: 5, total: 4 },
    { kind: 'layer', id: 'bbb', status: 'Layer already exists' },
    { kind: 'status', text: `1.0: digest: ${digest} size: 528` },
    { kind: 'done', digest, size: 528 },
  ] satisfies TransferEvent[]);
  expect(asked.query.get('tag')).toBe('1.0');
  expect(asked.auth).toMatch(/^[\w-]+=*$/);
  expect(asked.auth.length % 4).toBe(0);
  expect(JSON.parse(Buffer.from(asked.auth, 'base64url').toString())).toEqual({
    serveraddress: '127.0.0.1:5000',
    username: 'ä~',
    password: 'p?>',
  });
});

test('a pull: the tag, the digest from words, anonymous', async ({ fake }) => {
  const asked = script(fake, 'POST /images/create', [
    { status: 'Pulling from library/alpine', id: 'latest' },
    { status: 'Downloading', progressDetail: { current: 1, total: 2 }, id: 'aaa' },
    { status: `Digest: ${digest}` },
    { status: 'Status: Downloaded newer image for alpine:latest' },
  ]);
  const pull = (reference: string) =>
    collect(engineAt(fake.host).images.pull(reference, { platform: 'linux/arm64' }, never));
  const events = await pull('alpine');
  expect(events[0]).toEqual({ kind: 'status', text: 'Pulling from library/alpine:latest' });
  expect(events.at(-1)).toEqual({ kind: 'done', digest });
  expect(Object.fromEntries(asked.query)).toEqual({ fromImage: 'alpine', tag: 'latest', platform: 'linux/arm64' });
  expect(Buffer.from(asked.auth, 'base64url').toString()).toBe('{}');
  for (const [reference, fromImage, tag] of [
    ['localhost:5000/a/b', 'localhost:5000/a/b', 'latest'],
    ['localhost:5000/a:2', 'localhost:5000/a', '2'],
    [`a/b:1@${digest}`, 'a/b', digest],
  ]) {
    await pull(reference!);
    expect([asked.query.get('fromImage'), asked.query.get('tag')]).toEqual([fromImage, tag]);
  }
});

describe('a failure inside a success is thrown with its kind', () => {
  const failures: readonly (readonly [message: string, kind: string])[] = [
    ['no basic auth credentials', 'unauthorized'],
    ['unauthorized: authentication required', 'unauthorized'],
    ['denied: Your authorization token has expired. Reauthenticate and try again.', 'unauthorized'],
    ["name unknown: The repository with name 'team/web' does not exist in the registry with id '1'", 'not-found'],
    ['An image does not exist locally with the tag: x', 'not-found'],
    ["tag invalid: The image tag 'v1' already exists and is immutable.", 'failed'],
    ['received unexpected HTTP status: 503 Service Unavailable', 'failed'],
  ];
  for (const [message, kind] of failures)
    test(message, async ({ fake }) => {
      script(fake, 'POST /images/a/push', [
        { status: 'x' },
        { errorDetail: { message }, error: message },
        { status: 'y' },
      ]);
      const pushing = collect(engineAt(fake.host).images.push('a:1', {}, never));
      await expect(pushing).rejects.toMatchObject({ name: 'EngineError', kind, message });
    });
  test('a real status too', async ({ fake }) => {
    fake.on('POST /images/create', (_request, response) => {
      response
        .writeHead(500)
        .end(JSON.stringify({ message: 'Head "https://r/v2/x/manifests/1": no basic auth credentials' }));
    });
    await expect(collect(engineAt(fake.host).images.pull('r/x:1', {}, never))).rejects.toMatchObject({
      kind: 'unauthorized',
    });
  });
});

test('a push of one platform is asked for as the engine understands it', async ({ fake }) => {
  const asked = script(fake, 'POST /images/a/push', []);
  const push = () => collect(engineAt(fake.host).images.push('a:1', { platform: 'linux/arm/v7' }, never));
  await push();
  expect(asked.query.get('platform')).toBeNull();
  fake.on('GET /version', (_request, response) => void response.end('{"ApiVersion":"1.46"}'));
  await push();
  expect(JSON.parse(asked.query.get('platform')!)).toEqual({ os: 'linux', architecture: 'arm', variant: 'v7' });
});

test('a push needs one tag', async ({ fake }) => {
  for (const reference of ['app', 'localhost:5000/app', `app:1@${digest}`, 'app@sha256:1'])
    await expect(collect(engineAt(fake.host).images.push(reference, {}, never))).rejects.toMatchObject({
      kind: 'invalid',
    });
  expect(fake.requests.filter((route) => route.includes('push'))).toEqual([]);
});

test('breaking off is an error, and an abort closes the connection', async ({ fake }) => {
  let open: ServerResponse | undefined;
  fake.on('POST /images/a/push', (_request, response) => {
    open = response;
    response.write('{"status":"begun"}\n');
  });
  const engine = engineAt(fake.host);
  const lost = engine.images.push('a:1', {}, never)[Symbol.asyncIterator]();
  await lost.next();
  open!.destroy();
  await expect(lost.next()).rejects.toMatchObject({ kind: 'lost' });

  const abort = new AbortController();
  const aborted = engine.images.push('a:1', {}, abort.signal)[Symbol.asyncIterator]();
  await aborted.next();
  abort.abort();
  await expect(aborted.next()).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => open!.destroyed).toBe(true);
});
