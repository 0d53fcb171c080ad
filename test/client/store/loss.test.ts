import { expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import { settled } from '../../support/clock.ts';
import { bench, liveBench, told } from './support.ts';

test('an engine that is not there: says so once, and ready throws it', async () => {
  const { engine, clock, store, changes } = bench();
  engine.goAway(new EngineError('no-permission', 'may not open the socket'));
  store.watch();
  await expect(store.ready()).rejects.toMatchObject({ kind: 'no-permission' });
  expect(store.state).toMatchObject({ kind: 'unreachable', endpoint: { host: engine.host } });
  changes.length = 0;
  await clock.advance(120_000);
  expect(changes).toEqual([]);
});

test('lost and back: the snapshot stays, what changed meanwhile is told', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const [kept, gone] = [engine.addContainer(), engine.addContainer()];
  await clock.advance(200);
  changes.length = 0;
  engine.goAway();
  await settled();
  expect(store.state).toMatchObject({ kind: 'unreachable', error: { kind: 'lost' } });
  await clock.advance(5000);
  expect(store.state).toMatchObject({ kind: 'unreachable', error: { kind: 'not-running' } });
  expect(store.containers.size).toBe(2);
  engine.comeBack();
  await engine.containers.remove(gone.id);
  const added = engine.addContainer();
  await clock.advance(2000);
  expect(store.state.kind).toBe('live');
  expect(told(changes)).toEqual({ added: [added.id], changed: [], removed: [gone.id] });
  expect(store.containers.has(kept.id)).toBe(true);
});

test('back within 2 s, however long the engine was away, without a storm of attempts', async () => {
  const { engine, clock, store } = await liveBench();
  let attempts = 0;
  const endpoint = engine.endpoint.bind(engine);
  engine.endpoint = () => {
    attempts++;
    return endpoint();
  };
  engine.goAway();
  await clock.advance(3_600_000);
  expect(attempts).toBeLessThan(2450);
  engine.comeBack();
  await clock.advance(2000);
  expect(store.state.kind).toBe('live');
});

test('back at once when the socket appears', async () => {
  const { engine, clock, store, socket } = await liveBench();
  engine.goAway();
  await clock.advance(60_000);
  expect(socket.path).toBe('/var/run/docker.sock');
  engine.comeBack();
  socket.touch();
  await settled();
  expect(store.state.kind).toBe('live');
  expect(socket.path).toBeUndefined();
});

test('events after the return apply', async () => {
  const { engine, clock, store } = await liveBench();
  engine.goAway();
  await clock.advance(500);
  engine.comeBack();
  await clock.advance(2000);
  const { id } = engine.addContainer();
  await clock.advance(200);
  expect(store.containers.has(id)).toBe(true);
  expect(engine.streams).toBe(1);
});

test('lost during the list: unreachable, then whole', async () => {
  const { engine, clock, store } = bench();
  engine.addContainer();
  engine.beforeAnswer = async () => {
    engine.beforeAnswer = async () => {};
    engine.goAway();
  };
  store.watch();
  await expect(store.ready()).rejects.toMatchObject({ name: 'EngineError' });
  engine.comeBack();
  await clock.advance(2000);
  expect(store.state.kind).toBe('live');
  expect(store.containers.size).toBe(1);
});

test('a list that finds the engine gone while the stream seems to live starts anew', async () => {
  const { engine, clock, store } = await liveBench();
  engine.failing = { containers: new EngineError('lost', 'reset') };
  await expect(store.refresh()).rejects.toMatchObject({ kind: 'lost' });
  await settled();
  expect(store.state.kind).toBe('unreachable');
  engine.failing = {};
  await clock.advance(2000);
  expect(store.state.kind).toBe('live');
  expect(engine.streams).toBe(1);
});

test('what only a person can mend is tried seldom, and at once when asked for', async () => {
  const { engine, clock, store } = bench();
  engine.goAway(new EngineError('tls', 'unknown authority'));
  store.watch();
  await clock.advance(20_000);
  engine.comeBack();
  await clock.advance(1000);
  expect(store.state.kind).toBe('unreachable');
  await store.ready();
  expect(store.state.kind).toBe('live');
});

test('refresh of an unreachable engine tries at once and throws its error', async () => {
  const { engine, clock, store } = bench();
  engine.goAway();
  store.watch();
  await clock.advance(10_000);
  await expect(store.refresh()).rejects.toMatchObject({ kind: 'not-running' });
  engine.comeBack();
  await store.refresh();
  expect(store.state.kind).toBe('live');
});

test('an engine that takes the connection and says nothing', async () => {
  const { engine, clock, store } = bench();
  engine.version = () => new Promise(() => {});
  store.watch();
  await settled();
  expect(store.state.kind).toBe('connecting');
  // The adapter gives up by itself; this one never answers at all.
  engine.version = (signal?: AbortSignal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  store.reset();
  await clock.advance(25_000);
  expect(store.state).toMatchObject({ kind: 'unreachable', error: { kind: 'not-running' } });
});

test('an address that cannot be resolved', async () => {
  const { engine, clock, store } = bench();
  const endpoint = engine.endpoint.bind(engine);
  engine.endpoint = async () => {
    throw new EngineError('context', 'context "x" not found');
  };
  store.watch();
  await expect(store.ready()).rejects.toMatchObject({ kind: 'context' });
  expect(store.state).toEqual({ kind: 'unreachable', error: expect.objectContaining({ kind: 'context' }) });
  engine.endpoint = endpoint;
  await clock.advance(15_000);
  expect(store.state.kind).toBe('live');
});

test('another engine: what was known of the old one goes at once', async () => {
  const { engine, clock, store, changes } = await liveBench();
  const { id } = engine.addContainer();
  await clock.advance(200);
  changes.length = 0;
  engine.host = 'tcp://other:2375';
  let seen = -1;
  engine.beforeAnswer = async () => {
    seen = store.containers.size;
  };
  store.reset();
  await store.ready();
  expect(seen).toBe(0);
  expect(told(changes)).toEqual({ added: [id], changed: [], removed: [id] });
  expect(store.state).toMatchObject({ kind: 'live', endpoint: { host: 'tcp://other:2375' } });
  expect(engine.streams).toBe(1);
});

test('the same engine after a change of settings: nothing is told', async () => {
  const { engine, clock, store, changes } = await liveBench();
  engine.addContainer();
  await clock.advance(200);
  changes.length = 0;
  store.reset();
  await store.ready();
  expect(told(changes)).toEqual({ added: [], changed: [], removed: [] });
});

test('stops trying when nobody watches any more', async () => {
  const { engine, clock, store, socket } = bench();
  engine.goAway();
  const watching = store.watch();
  await clock.advance(10_000);
  watching.dispose();
  await clock.advance(30_000);
  expect(store.state.kind).toBe('idle');
  expect(socket.path).toBeUndefined();
  expect(clock.waiting).toBe(0);
});
