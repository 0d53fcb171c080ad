import { expect } from 'vitest';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('images');

test('lists, tags, describes and removes', async ({ real }) => {
  const { images } = real.engine;
  const find = async () => (await images.list()).find(({ tags }) => tags.includes(real.image));
  const base = (await find())!;
  expect(base.id).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(base.labels).toEqual(real.labels);
  expect(base.size).toBeGreaterThan(100_000);
  expect(Math.abs(base.createdAt - Date.now())).toBeLessThan(3_600_000);
  expect(base).toMatchObject({ dangling: false, digests: [] });

  await images.tag(real.image, { repository: '127.0.0.1:5000/gantry-test/images', tag: 'copy' });
  expect((await find())!.tags).toEqual(['127.0.0.1:5000/gantry-test/images:copy', real.image]);
  expect(await images.remove('127.0.0.1:5000/gantry-test/images:copy')).toEqual({
    untagged: ['127.0.0.1:5000/gantry-test/images:copy'],
    deleted: [],
  });

  const [layer] = await images.history(real.image);
  expect(layer).toMatchObject({ id: base.id, tags: [real.image], size: base.size });
  expect((await images.inspect(real.image))['Id']).toBe(base.id);
  expect((await images.uniqueSizes()).get(base.id)).toBeGreaterThanOrEqual(0);
});

test('reads how an image wants to be run', async ({ real }) => {
  const container = await real.create();
  const query = { container, repo: 'gantry-test/images', tag: 'defaults' };
  const config = {
    ExposedPorts: { '80/tcp': {}, '53/udp': {} },
    Volumes: { '/data': {} },
    Env: ['A=1'],
    Cmd: ['serve', '--all'],
    Entrypoint: ['/bin/tool'],
    WorkingDir: '/srv',
    User: 'guest',
    Labels: real.labels,
  };
  await real.raw({ method: 'POST', path: '/commit', query, body: JSON.stringify(config) });
  const defaults = await real.engine.images.defaults('gantry-test/images:defaults');
  expect({
    ...defaults,
    exposedPorts: defaults.exposedPorts.toSorted((a, b) => a.containerPort - b.containerPort),
  }).toEqual({
    exposedPorts: [
      { containerPort: 53, protocol: 'udp' },
      { containerPort: 80, protocol: 'tcp' },
    ],
    volumes: ['/data'],
    env: ['A=1', 'PATH=/bin'],
    command: ['serve', '--all'],
    entrypoint: ['/bin/tool'],
    workingDirectory: '/srv',
    user: 'guest',
  });
  expect(await real.engine.images.defaults(real.image)).toMatchObject({
    exposedPorts: [],
    volumes: [],
    entrypoint: [],
  });
  const removed = await real.engine.images.remove('gantry-test/images:defaults');
  expect(removed.untagged).toEqual(['gantry-test/images:defaults']);
  expect(removed.deleted).not.toEqual([]);
});

test('a dangling image has no tag, and is deleted by its id', async ({ real }) => {
  const container = await real.create();
  const body = JSON.stringify({ Labels: real.labels });
  const { Id: id } = (await real.raw({ method: 'POST', path: '/commit', query: { container }, body })) as {
    Id: string;
  };
  const find = async () => (await real.engine.images.list()).find((image) => image.id === id);
  expect(await find()).toMatchObject({ tags: [], digests: [], dangling: true });
  expect((await real.engine.images.remove(id)).deleted).toContain(id);
  expect(await find()).toBeUndefined();
});

test('reports what the engine refuses', async ({ real }) => {
  const { images } = real.engine;
  await expect(images.inspect('gantry-test/none:1')).rejects.toMatchObject({ kind: 'not-found', status: 404 });
  await expect(images.history('a?b=c')).rejects.toMatchObject({ name: 'EngineError' });
  for (const reference of ['', 'a//b', '../containers/json', 'a/../b'])
    await expect(images.inspect(reference), reference).rejects.toMatchObject({ kind: 'invalid' });
  await expect(images.tag(real.image, { repository: 'Upper', tag: '1' })).rejects.toMatchObject({
    message: expect.stringMatching(/invalid reference format/) as string,
  });
  const container = await real.run();
  const image = (await real.engine.containers.list({ ids: [container] }))[0]!.imageId;
  await expect(images.remove(image)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/being used by running container/) as string,
  });
});

test('a pull or push that cannot be says why', async ({ real }) => {
  const { images } = real.engine;
  const never = new AbortController().signal;
  const drain = async (events: AsyncIterable<unknown>) => {
    for await (const _ of events);
  };
  await expect(drain(images.pull('127.0.0.1:1/none:1', {}, never))).rejects.toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/127\.0\.0\.1:1.*connection refused/) as string,
  });
  await expect(drain(images.push('127.0.0.1:1/none:1', {}, never))).rejects.toMatchObject({ kind: 'not-found' });
});
