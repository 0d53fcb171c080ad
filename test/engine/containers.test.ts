import { expect } from 'vitest';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('containers');

test('creates, lists, starts, stops and removes', async ({ real }) => {
  const { engine } = real;
  const id = await real.create({
    name: 'gantry-test-life',
    command: ['sh', '-c', 'trap "exit 7" TERM; while :; do sleep 0.1; done'],
    env: ['COLOR=blue'],
    ports: [
      { containerPort: 80, protocol: 'tcp', hostPort: 0 },
      { containerPort: 53, protocol: 'udp' },
    ],
    volumes: ['/data', '/etc:/host-etc:ro'],
    workingDirectory: '/tmp',
    user: 'guest',
    labels: { 'com.example.role': 'life' },
  });
  const find = async () => (await engine.containers.list({ ids: [id] }))[0]!;
  expect(await find()).toMatchObject({
    id,
    name: 'gantry-test-life',
    image: real.image,
    state: 'created',
    status: 'Created',
    health: 'none',
    labels: { ...real.labels, 'com.example.role': 'life' },
  });
  expect((await find()).imageId).toMatch(/^sha256:[0-9a-f]{64}$/);

  await engine.containers.start(id);
  await engine.containers.start(id);
  const running = await find();
  expect(running).toMatchObject({ state: 'running', networks: [{ name: 'bridge' }] });
  expect(running.networks[0]!.ipv4).toMatch(/^\d+\./);
  expect(running.exitCode).toBeUndefined();
  const published = running.ports.filter(({ containerPort }) => containerPort === 80);
  expect(published.map(({ hostIp, protocol }) => [hostIp, protocol])).toContainEqual(['0.0.0.0', 'tcp']);
  expect(published[0]!.hostPort).toBeGreaterThan(0);
  expect(running.ports.filter(({ containerPort }) => containerPort === 53)).toEqual([
    { containerPort: 53, protocol: 'udp' },
  ]);
  expect([...running.mounts].sort((a, b) => a.target.localeCompare(b.target))).toMatchObject([
    { type: 'volume', target: '/data', readOnly: false },
    { type: 'bind', source: '/etc', target: '/host-etc', readOnly: true },
  ]);
  const { Config } = (await engine.containers.inspect(id)) as { Config: Record<string, unknown> };
  expect(Config).toMatchObject({ WorkingDir: '/tmp', User: 'guest', Env: ['COLOR=blue', 'PATH=/bin'] });

  await engine.containers.pause(id);
  expect((await find()).state).toBe('paused');
  await engine.containers.unpause(id);
  await engine.containers.rename(id, 'gantry-test-renamed');
  expect(await find()).toMatchObject({ name: 'gantry-test-renamed', state: 'running' });

  await engine.containers.stop(id, { timeoutSeconds: 20 });
  await engine.containers.stop(id);
  expect(await find()).toMatchObject({ state: 'exited', exitCode: 7 });
  await engine.containers.restart(id, { timeoutSeconds: 0 });
  expect((await find()).state).toBe('running');
  await engine.containers.kill(id, { signal: 'KILL' });
  await expect.poll(async () => (await find()).exitCode).toBe(137);

  const volume = (await find()).mounts.find(({ type }) => type === 'volume')!.name!;
  await engine.containers.remove(id, { removeAnonymousVolumes: true });
  expect(await engine.containers.list({ ids: [id] })).toEqual([]);
  await expect(real.raw({ method: 'GET', path: `/volumes/${volume}` })).rejects.toMatchObject({ kind: 'not-found' });
});

test('keeps anonymous volumes unless asked to remove them', async ({ real }) => {
  const id = await real.create({ volumes: ['/data'] });
  const inspected = (await real.engine.containers.inspect(id)) as { Mounts: { Name: string }[] };
  const volume = inspected.Mounts[0]!.Name;
  await real.engine.containers.remove(id);
  expect(await real.raw({ method: 'GET', path: `/volumes/${volume}` })).toMatchObject({ Name: volume });
  await real.raw({ method: 'DELETE', path: `/volumes/${volume}` });
});

test('filters by label and by id; no ids are no containers', async ({ real }) => {
  const red = await real.create({ labels: { color: 'red' } });
  const blue = await real.create({ labels: { color: 'blue' } });
  const { containers } = real.engine;
  const label = `dev.gantry.test=${real.labels['dev.gantry.test']!}`;
  expect((await containers.list({ labels: [label, 'color=red'] })).map(({ id }) => id)).toEqual([red]);
  expect((await containers.list({ ids: [blue] })).map(({ id }) => id)).toEqual([blue]);
  expect(await containers.list({ ids: [] })).toEqual([]);
});

test('tells bytes written by containers that are asked for', async ({ real }) => {
  const writer = await real.run({ command: ['sh', '-c', 'dd if=/dev/zero of=/tmp/x bs=1000 count=50; sleep 600'] });
  const other = await real.create();
  await expect
    .poll(async () => (await real.engine.containers.sizes([writer, other])).get(writer))
    .toBeGreaterThanOrEqual(50_000);
  const sizes = await real.engine.containers.sizes([writer, other]);
  expect([...sizes.keys()].sort()).toEqual([writer, other].sort());
  expect(sizes.get(other)).toBe(0);
});

test('sees health', async ({ real }) => {
  const { Id: id } = (await real.raw({
    method: 'POST',
    path: '/containers/create',
    body: JSON.stringify({
      Image: real.image,
      Cmd: ['sleep', '600'],
      Labels: real.labels,
      Healthcheck: { Test: ['CMD', 'true'], Interval: 500_000_000 },
    }),
  })) as { Id: string };
  await real.engine.containers.start(id);
  const health = async () => (await real.engine.containers.list({ ids: [id] }))[0]!.health;
  await expect.poll(health, { timeout: 30_000 }).toBe('healthy');
});

test('reports what the engine refuses, in its own words', async ({ real }) => {
  const { containers } = real.engine;
  const missing = 'gantry-test-not-there';
  await expect(containers.start(missing)).rejects.toMatchObject({
    name: 'EngineError',
    kind: 'not-found',
    status: 404,
    message: `No such container: ${missing}`,
  });
  await expect(containers.inspect('')).rejects.toMatchObject({ kind: 'invalid' });
  await expect(containers.inspect('../images/json')).rejects.toMatchObject({ kind: 'invalid' });
  const id = await real.run({ name: 'gantry-test-refuse' });
  await expect(real.create({ name: 'gantry-test-refuse' })).rejects.toMatchObject({ kind: 'conflict' });
  await expect(containers.remove(id)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/running container/) as string,
  });
  await expect(containers.pause(await real.create())).rejects.toMatchObject({ kind: 'conflict' });
  await expect(containers.kill(id, { signal: 'NOSUCH' })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(real.create({ image: 'gantry-test/none:1' })).rejects.toMatchObject({ kind: 'not-found' });
  const bad = await real.create({ command: ['/no/such/binary'] });
  await expect(containers.start(bad)).rejects.toMatchObject({
    message: expect.stringMatching(/no such file or directory/) as string,
  });
});

test('stops at once when its signal aborts', async ({ real }) => {
  const { containers } = real.engine;
  await expect(containers.list({}, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  const abort = new AbortController();
  const listing = containers.list({}, abort.signal);
  abort.abort();
  await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
});
