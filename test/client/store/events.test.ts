import { EngineError } from '../../../client/src/engine/error.ts';
import { expect, test } from 'vitest';
import { aNetwork, aVolume } from '../../support/memoryStock.ts';
import { settled } from '../../support/clock.ts';
import type { MemoryEngine } from '../../support/memoryEngine.ts';
import { liveBench, told } from './support.ts';

test('an event re-reads the one container and tells of it alone', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const [one] = [engine.addContainer(), engine.addContainer()];
  await clock.advance(200);
  changes.length = 0;
  engine.lists.length = 0;
  await engine.containers.start(one.id);
  await clock.advance(200);
  expect(engine.lists).toEqual(['containers 1']);
  expect(told(changes)).toEqual({ added: [], changed: [one.id], removed: [] });
  expect(store.containers.get(one.id)).toMatchObject({ state: 'running' });
});

test('a single event is read within 100 ms', async () => {
  const { engine, clock, store } = await liveBench();
  await clock.advance(10_000);
  const { id } = engine.addContainer();
  await clock.advance(50);
  expect(store.containers.has(id)).toBe(true);
});

test('kill, die and stop are one reading, and a second look', async () => {
  const { engine, clock } = await liveBench();
  const { id } = engine.addContainer();
  await engine.containers.start(id);
  await clock.advance(5000);
  engine.lists.length = 0;
  await engine.containers.stop(id);
  await clock.advance(500);
  expect(engine.lists).toEqual(['containers 1']);
  await clock.advance(60_000);
  expect(engine.lists).toEqual(['containers 1', 'containers 1']);
});

test.each<readonly [string, (engine: MemoryEngine, id: string) => Promise<void> | void]>([
  ['rename', (engine, id) => engine.containers.rename(id, 'other')],
  ['pause', (engine, id) => engine.containers.pause(id)],
  [
    'health',
    (engine, id) => {
      engine.update(id, { health: 'unhealthy', status: 'Up 1 minute (unhealthy)' }, 'health_status: unhealthy');
    },
  ],
  [
    'network connect',
    (engine, id) => {
      engine.update(id, { networks: [{ name: 'shop_default', id: 'n'.repeat(64) }] });
      engine.emit('network', 'connect', 'n'.repeat(64), { container: id, name: 'shop_default' });
    },
  ],
])('%s applies', async (_name, happen) => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer({ state: 'running', status: 'Up 1 minute' });
  await clock.advance(200);
  const before = store.containers.get(id);
  changes.length = 0;
  await happen(engine, id);
  await clock.advance(200);
  expect(told(changes).changed).toEqual([id]);
  expect(store.containers.get(id)).not.toEqual(before);
});

test('an engine whose list is behind its events is looked at again', async () => {
  const { engine, clock, store } = await liveBench();
  const { id } = engine.addContainer({ state: 'running', status: 'Up 1 minute' });
  await clock.advance(5000);
  engine.emit('container', 'pause', id);
  await clock.advance(300);
  engine.update(id, { state: 'paused', status: 'Up 1 minute (Paused)' });
  await clock.advance(2000);
  expect(store.containers.get(id)?.state).toBe('paused');
});

test('noise is not read: health checks, exec, attach, mounts of volumes', async () => {
  const { engine, clock } = await liveBench();
  const { id } = engine.addContainer();
  await clock.advance(5000);
  engine.lists.length = 0;
  for (const action of ['exec_create: /bin/true', 'exec_start: /bin/true', 'exec_die', 'attach', 'resize', 'top'])
    engine.emit('container', action, id);
  for (const action of ['mount', 'unmount']) engine.emit('volume', action, 'data', { container: id });
  engine.emit('image', 'push', 'web:1');
  await clock.advance(5000);
  expect(engine.lists).toEqual([]);
});

test('volumes and networks come and go by their own events, each by its own list', async () => {
  const { engine, clock, store, changes } = await liveBench();
  engine.volumes.add('data', aVolume({ name: 'data' }));
  await clock.advance(200);
  expect(engine.lists).toEqual(['volumes']);
  expect([...store.volumes.keys()]).toEqual(['data']);
  const { id } = aNetwork({ name: 'shop_default' });
  engine.networks.add(id, aNetwork({ name: 'shop_default' }));
  await clock.advance(200);
  expect(engine.lists).toEqual(['volumes', 'networks']);
  expect(store.networks.get(id)?.name).toBe('shop_default');
  engine.volumes.take('data');
  engine.networks.take(id);
  await clock.advance(200);
  expect([store.volumes.size, store.networks.size]).toEqual([0, 0]);
  expect(changes.flatMap(({ volumes, networks }) => volumes.removed.concat(networks.removed))).toEqual(['data', id]);
});

test('volumes that cannot be listed cost themselves only', async () => {
  const { engine, clock, store } = await liveBench();
  engine.volumes.failing = new EngineError('failed', 'a plugin does not answer');
  engine.volumes.add('data', aVolume({ name: 'data' }));
  engine.networks.add('n', aNetwork({ id: 'n' }));
  await clock.advance(200);
  expect(store.state).toMatchObject({ kind: 'live', failures: { volumes: { message: 'a plugin does not answer' } } });
  expect([...store.networks.keys()]).toEqual(['n']);
  engine.volumes.failing = undefined;
  await clock.advance(3000);
  expect(store.state).toMatchObject({ kind: 'live', failures: {} });
  expect([...store.volumes.keys()]).toEqual(['data']);
});

test('an unchanged record fires nothing and stays the same object', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer({ state: 'running', status: 'Up 3 minutes' });
  await clock.advance(200);
  const before = store.containers.get(id);
  changes.length = 0;
  engine.update(id, {}, 'update');
  await clock.advance(200);
  expect(changes).toEqual([]);
  expect(store.containers.get(id)).toBe(before);
});

test('the passing of time alone is no change', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer({ state: 'running', status: 'Up 59 seconds' });
  await clock.advance(200);
  changes.length = 0;
  for (const status of ['Up About a minute', 'Up 2 minutes', 'Up 3 minutes']) {
    await clock.advance(status === 'Up About a minute' ? 1000 : 60_000);
    engine.update(id, { status }, 'update');
    await clock.advance(200);
  }
  expect(changes).toEqual([]);
  expect(store.containers.get(id)?.status).toBe('Up 59 seconds');
});

test('a restart is a change: the uptime begins anew', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer({ state: 'running', status: 'Up 3 hours' });
  await clock.advance(200);
  const before = store.containers.get(id)?.since ?? 0;
  changes.length = 0;
  await engine.containers.restart(id);
  const restarted = clock.now();
  await clock.advance(200);
  expect(told(changes).changed).toEqual([id]);
  expect(before).toBeLessThan(restarted - 3_000_000);
  expect(store.containers.get(id)?.since).toBe(restarted);
});

test('a destroyed container goes without being asked for', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer();
  await clock.advance(200);
  changes.length = 0;
  engine.lists.length = 0;
  await engine.containers.remove(id);
  await clock.advance(200);
  expect(store.containers.size).toBe(0);
  expect(engine.lists).toEqual([]);
  expect(told(changes).removed).toEqual([id]);
});

test('a container that came and went within one batch is no change', async () => {
  const { engine, clock, changes } = await liveBench();
  const { id } = engine.addContainer();
  await engine.containers.remove(id);
  await clock.advance(1000);
  expect(changes).toEqual([]);
  expect(engine.lists).toEqual([]);
});

test('images: tag, untag, delete, pull, load, import, commit', async () => {
  const { engine, clock, store } = await liveBench();
  const { id } = engine.addImage({ tags: ['web:1'] });
  await clock.advance(200);
  expect(store.images.get(id)?.tags).toEqual(['web:1']);
  await engine.images.tag(id, { repository: 'web', tag: '2' });
  await clock.advance(200);
  expect(store.images.get(id)?.tags).toEqual(['web:1', 'web:2']);
  await engine.images.remove('web:1');
  await clock.advance(200);
  expect(store.images.get(id)?.tags).toEqual(['web:2']);
  await engine.images.remove(id);
  await clock.advance(200);
  expect(store.images.size).toBe(0);
  engine.lists.length = 0;
  for (const action of ['pull', 'load', 'import', 'prune']) {
    engine.emit('image', action, 'web:1');
    await clock.advance(200);
  }
  engine.emit('container', 'commit', 'c'.repeat(64));
  await clock.advance(200);
  expect(engine.lists).toEqual(Array.from({ length: 5 }, () => 'images'));
});

test('a burst of 1,000 is a few lists, one at a time, and all of it arrives', async () => {
  const { engine, clock, store, changes } = await liveBench();
  let [running, most] = [0, 0];
  engine.beforeAnswer = async () => {
    most = Math.max(most, ++running);
    await settled();
    running--;
  };
  for (let batch = 0; batch < 10; batch++) {
    for (let n = 0; n < 100; n++) {
      const { id } = engine.addContainer();
      await engine.containers.start(id);
    }
    await clock.advance(30);
  }
  await clock.advance(5000);
  expect(store.containers.size).toBe(1000);
  expect([...store.containers.values()].every(({ state }) => state === 'running')).toBe(true);
  expect(told(changes).added).toHaveLength(1000);
  // One of each kind.
  expect(most).toBeLessThanOrEqual(4);
  expect(engine.lists.length).toBeLessThanOrEqual(10);
});

test('after a flood, in which engines drop events, everything is listed anew', async () => {
  const { engine, clock, store } = await liveBench();
  for (let n = 0; n < 600; n++) engine.emit('container', 'create', n.toString(16).padStart(64, '0'));
  await clock.advance(100);
  const { id } = engine.addContainer({ name: 'a' });
  await clock.advance(100);
  engine.update(id, { name: 'unheard' });
  await clock.advance(2000);
  expect(store.containers.get(id)?.name).toBe('unheard');
});

test('a listener that throws does not stop the others', async () => {
  const { engine, clock, store, errors } = await liveBench();
  store.onDidChange(() => {
    throw new Error('mine');
  });
  const heard: number[] = [];
  store.onDidChange(() => heard.push(1));
  engine.addContainer();
  await clock.advance(200);
  expect(heard).toEqual([1]);
  expect(errors).toEqual([new Error('mine')]);
});
