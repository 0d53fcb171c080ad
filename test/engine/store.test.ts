import { expect, test as plain } from 'vitest';
import { systemClock } from '../../client/src/clock.ts';
import { createStore } from '../../client/src/store/createStore.ts';
import type { Store, StoreChange } from '../../client/src/store/store.ts';
import { LiveTree } from '../../client/src/tree/liveTree.ts';
import { Reveals } from '../../client/src/tree/reveals.ts';
import { containersSource } from '../../client/src/tree/sources.ts';
import { createViewOptions } from '../../client/src/tree/viewOptions.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';
import { startOwnEngine, whyNoOwnEngine } from '../support/ownEngine.ts';
import { noDetails } from '../support/details.ts';
import { aSurface } from '../support/surface.ts';
import { until } from '../support/until.ts';

const test = engineTest('store');

/** A live store over the real engine, and what it told of the containers of this test. */
async function live({ engine }: TestEngine): Promise<{ store: Store; changes: StoreChange[] } & AsyncDisposable> {
  const store = createStore({ engine });
  store.watch();
  await store.ready();
  const changes: StoreChange[] = [];
  store.onDidChange((change) => changes.push(change));
  return {
    store,
    changes,
    [Symbol.asyncDispose]: async () => {
      store.dispose();
    },
  };
}

test('what is done to a container arrives by events alone', async ({ real }) => {
  await using bench = await live(real);
  const { store } = bench;
  const { containers } = real.engine;
  const id = await real.run({
    name: 'gantry-test-store',
    ports: [{ containerPort: 80, protocol: 'tcp', hostPort: 0 }],
  });
  await until('it runs', () => store.containers.get(id)?.state === 'running');
  await until('its port is published', () => store.containers.get(id)?.ports[0]?.hostPort !== undefined);
  expect(store.containers.get(id)?.since).toBeGreaterThan(Date.now() - 60_000);
  await containers.rename(id, 'gantry-test-store-renamed');
  await until('its name', () => store.containers.get(id)?.name === 'gantry-test-store-renamed');
  await containers.pause(id);
  await until('it pauses', () => store.containers.get(id)?.state === 'paused');
  await containers.unpause(id);
  await until('it runs again', () => store.containers.get(id)?.state === 'running');
  await containers.stop(id, { timeoutSeconds: 0 });
  await until('it ends', () => store.containers.get(id)?.state === 'exited');
  expect(store.containers.get(id)?.exitCode).toBe(137);
  await containers.remove(id);
  await until('it goes', () => !store.containers.has(id));
});

test('networks and health arrive too', async ({ real }) => {
  await using bench = await live(real);
  const { store } = bench;
  const { Id: network } = (await real.raw({
    method: 'POST',
    path: '/networks/create',
    body: JSON.stringify({ Name: 'gantry-test-store', Labels: real.labels }),
  })) as { Id: string };
  try {
    const { Id: id } = (await real.raw({
      method: 'POST',
      path: '/containers/create',
      body: JSON.stringify({
        Image: real.image,
        Cmd: ['sleep', '600'],
        Labels: real.labels,
        Healthcheck: { Test: ['CMD-SHELL', 'test -e /tmp/well'], Interval: 300_000_000, Retries: 1 },
      }),
    })) as { Id: string };
    await real.engine.containers.start(id);
    await until('it is unhealthy', () => store.containers.get(id)?.health === 'unhealthy');
    const { output } = await real.engine.containers.exec(id, { command: ['touch', '/tmp/well'], terminal: false });
    for await (const _ of output);
    await until('it is healthy', () => store.containers.get(id)?.health === 'healthy');
    const names = (): string[] => (store.containers.get(id)?.networks ?? []).map(({ name }) => name);
    const attach = (verb: string): Promise<unknown> =>
      real.raw({ method: 'POST', path: `/networks/${network}/${verb}`, body: JSON.stringify({ Container: id }) });
    await attach('connect');
    await until('it is connected', () => names().includes('gantry-test-store'));
    await attach('disconnect');
    await until('it is disconnected', () => !names().includes('gantry-test-store'));
    await real.engine.containers.remove(id, { force: true });
  } finally {
    await real.raw({ method: 'DELETE', path: `/networks/${network}` });
  }
});

test('tags come and go', async ({ real }) => {
  await using bench = await live(real);
  const { store } = bench;
  const tags = (): string[] => [...store.images.values()].flatMap((image) => image.tags);
  await real.engine.images.tag(real.image, { repository: 'gantry-test/store', tag: 'other' });
  await until('the tag', () => tags().includes('gantry-test/store:other'));
  await real.engine.images.remove('gantry-test/store:other');
  await until('its end', () => !tags().includes('gantry-test/store:other'));
  expect(tags()).toContain(real.image);
});

test('a storm of containers arrives whole', async ({ real }) => {
  await using bench = await live(real);
  const { store } = bench;
  const ids = await Promise.all(Array.from({ length: 60 }, () => real.create()));
  await until('all are there', () => ids.every((id) => store.containers.has(id)));
  await Promise.all(ids.map((id) => real.engine.containers.remove(id)));
  await until('all are gone', () => ids.every((id) => !store.containers.has(id)));
});

plain('an engine that is stopped and started: the tree says so, and is back within 2 s as it was', async (context) => {
  const reason = await whyNoOwnEngine();
  if (reason !== undefined) context.skip(reason);
  await using own = await startOwnEngine();
  const real = await startTestEngine('store-loss', own.host);
  const labels = { 'com.docker.compose.project': 'tide', 'com.docker.compose.service': 'web' };
  const id = await real.create({ name: 'tide-web-1', labels });
  const store = createStore({ engine: real.engine });
  const options = createViewOptions('gantry.containers', { get: () => undefined, update: async () => {} });
  const surface = aSurface();
  const contexts = new Map<string, unknown>();
  const tree = new LiveTree({
    ...containersSource({ store }, options),
    store,
    details: noDetails(),
    reveals: new Reveals(),
    clock: systemClock,
    setContext: (key, value) => contexts.set(key, value),
  });
  tree.attach(surface);
  surface.see(true);
  const ids = async (): Promise<string[]> => {
    const roots = await tree.children();
    const below = await Promise.all(roots.map((row) => tree.children(row)));
    return [...roots, ...below.flat()].map((row) => row.id);
  };
  expect(await ids()).toEqual(['project/tide', `container/${id}`]);
  const [group] = await tree.children();
  const [row] = await tree.children(group);
  surface.selection = [row!];
  surface.expand(row!, true);

  await own.stop();
  await until('the view says so', () => contexts.get('gantry.containers.welcome') !== '');
  expect(['no-socket', 'refused', 'lost']).toContain(contexts.get('gantry.containers.welcome'));
  expect(await ids()).toEqual([]);

  await own.start();
  const back = performance.now();
  await until('the store is live', () => store.state.kind === 'live');
  expect(performance.now() - back).toBeLessThan(2000);
  expect(await ids()).toEqual(['project/tide', `container/${id}`]);
  expect(surface.revealed).toEqual([`container/${id}`]);
  const [again] = await tree.children((await tree.children())[0]);
  expect(tree.show(again!).expandable).toBe('expanded');
  await real.engine.containers.rename(id, 'tide-web-2');
  await until('events apply again', () => store.containers.get(id)?.name === 'tide-web-2');
  tree.dispose();
  store.dispose();
  await real.dispose();
});
