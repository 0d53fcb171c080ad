import { expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import { settled } from '../../support/clock.ts';
import { bench, liveBench, told } from './support.ts';

test('asks nothing of the engine before somebody watches', async () => {
  const { engine, clock, store } = bench();
  await clock.advance(60_000);
  expect(store.state.kind).toBe('idle');
  expect(engine.lists).toEqual([]);
  expect(engine.streams).toBe(0);
  expect(clock.waiting).toBe(0);
});

test('lists once and is live', async () => {
  const { engine, store, changes } = bench();
  const { id } = engine.addContainer();
  const image = engine.addImage({ tags: ['web:1'] });
  store.watch();
  await store.ready();
  expect(store.state).toMatchObject({ kind: 'live', endpoint: { host: engine.host }, failures: {} });
  expect([...store.containers.keys()]).toEqual([id]);
  expect([...store.images.keys()]).toEqual([image.id]);
  expect(engine.lists).toEqual(['containers', 'images', 'volumes', 'networks']);
  expect(told(changes).added).toEqual([id]);
});

test('what happens while the list is made is not missed', async () => {
  const { engine, clock, store } = bench();
  const first = engine.addContainer();
  const gone = engine.addContainer();
  let late = '';
  engine.beforeAnswer = async () => {
    engine.beforeAnswer = async () => {};
    late = engine.addContainer().id;
    await engine.containers.start(first.id);
    await engine.containers.remove(gone.id);
  };
  store.watch();
  await store.ready();
  await clock.advance(200);
  expect([...store.containers.keys()]).toEqual([first.id, late]);
  expect(store.containers.get(first.id)?.state).toBe('running');
});

test('the stream is open before the list is asked for', async () => {
  const { engine, store } = bench();
  let streams = 0;
  engine.beforeAnswer = async () => {
    streams = engine.streams;
  };
  store.watch();
  await store.ready();
  expect(streams).toBe(1);
});

test('a list that is quick does not wait for one that is slow', async () => {
  const { engine, store, changes } = bench();
  const { id } = engine.addContainer();
  engine.addImage({ tags: ['web:1'] });
  let answer = (): void => {};
  const { list } = engine.images;
  engine.images.list = async () => {
    await new Promise<void>((resolve) => (answer = resolve));
    return await list();
  };
  store.watch();
  await settled();
  expect(told(changes).added).toEqual([id]);
  expect(store.state.kind).toBe('connecting');
  answer();
  await store.ready();
  expect(store.images.size).toBe(1);
});

test('idle with a watcher: no list, no timer', async () => {
  const { engine, clock, changes } = await liveBench();
  await clock.advance(3_600_000);
  expect(engine.lists).toEqual([]);
  expect(clock.waiting).toBe(0);
  expect(changes).toEqual([]);
});

test('stops a little after the last watcher and keeps what it knows', async () => {
  const { engine, clock, store } = bench();
  engine.addContainer();
  const [one, two] = [store.watch(), store.watch()];
  await store.ready();
  one.dispose();
  one.dispose();
  await clock.advance(60_000);
  expect(engine.streams).toBe(1);
  two.dispose();
  await clock.advance(5000);
  expect(engine.streams).toBe(1);
  await clock.advance(20_000);
  expect(engine.streams).toBe(0);
  expect(store.state.kind).toBe('idle');
  expect(store.containers.size).toBe(1);
  expect(clock.waiting).toBe(0);
});

test('a view that comes back at once finds the connection still there', async () => {
  const { engine, clock, store } = bench();
  const first = store.watch();
  await store.ready();
  first.dispose();
  await clock.advance(1000);
  store.watch();
  await clock.advance(60_000);
  expect(engine.streams).toBe(1);
  expect(engine.lists).toEqual(['containers', 'images', 'volumes', 'networks']);
});

test('after a pause it says what changed meanwhile, and nothing else', async () => {
  const { engine, clock, store, changes } = bench();
  const [kept, gone] = [engine.addContainer(), engine.addContainer()];
  const watching = store.watch();
  await store.ready();
  watching.dispose();
  await clock.advance(60_000);
  await engine.containers.remove(gone.id);
  const added = engine.addContainer();
  changes.length = 0;
  store.watch();
  await store.ready();
  expect(told(changes)).toEqual({ added: [added.id], changed: [], removed: [gone.id] });
  expect(store.containers.has(kept.id)).toBe(true);
});

test('ready works without a view, and the connection ends by itself', async () => {
  const { engine, clock, store } = bench();
  engine.addContainer();
  await store.ready();
  expect(store.containers.size).toBe(1);
  await clock.advance(60_000);
  expect(engine.streams).toBe(0);
});

test('ready stops waiting when its signal aborts', async () => {
  const { engine, store } = bench();
  engine.beforeAnswer = () => new Promise(() => {});
  const abort = new AbortController();
  const ready = store.ready(abort.signal);
  await settled();
  abort.abort();
  await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
});

test('refresh joins a running list', async () => {
  const { engine, store } = await liveBench();
  await Promise.all([store.refresh(), store.refresh(), store.refresh()]);
  expect(engine.lists).toEqual(['containers', 'images', 'volumes', 'networks']);
});

test('refresh finds what no event told of', async () => {
  const { engine, store, changes } = await liveBench();
  const { id } = engine.addContainer();
  engine.update(id, { name: 'silently' });
  await store.refresh();
  expect(store.containers.get(id)?.name).toBe('silently');
  expect(told(changes).added).toEqual([id]);
});

test('a list that fails costs itself: the rest is live, and it is tried again', async () => {
  const { engine, clock, store } = bench();
  engine.addContainer();
  engine.addImage({ tags: ['web:1'] });
  engine.failing = { images: new EngineError('failed', 'layer does not exist') };
  store.watch();
  await store.ready();
  expect(store.state).toMatchObject({ kind: 'live', failures: { images: { message: 'layer does not exist' } } });
  expect(store.containers.size).toBe(1);
  await expect(store.refresh()).rejects.toThrow('layer does not exist');
  engine.failing = {};
  await clock.advance(60_000);
  expect(store.images.size).toBe(1);
  expect(store.state).toMatchObject({ kind: 'live', failures: {} });
});

test('disposing it ends everything, also who waits', async () => {
  const { engine, clock, store } = bench();
  engine.beforeAnswer = () => new Promise(() => {});
  const ready = store.ready();
  await settled();
  store.dispose();
  await expect(ready).rejects.toMatchObject({ kind: 'lost' });
  await settled();
  expect(engine.streams).toBe(0);
  expect(clock.waiting).toBe(0);
});
