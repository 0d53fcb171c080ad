import { expect, test as plain } from 'vitest';
import type { EngineEvent } from '../../../client/src/engine/model.ts';
import { engineAt } from '../../support/engine.ts';
import { containerRecord, eventRecord, startFakeEngine, type FakeEngine } from '../../support/fakeEngine.ts';

const test = plain.extend<{ fake: FakeEngine }>({
  fake: async ({}, use) => {
    const fake = await startFakeEngine();
    await use(fake);
    await fake.dispose();
  },
});

async function subscribe(fake: FakeEngine, signal: AbortSignal) {
  const engine = engineAt(fake.host);
  let opened: () => void;
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const events = engine.events({ onOpen: () => opened() }, signal);
  const iterator = events[Symbol.asyncIterator]();
  const first = iterator.next();
  first.catch(() => {});
  await open;
  return { engine, iterator, first };
}

const value = (result: IteratorResult<EngineEvent>): EngineEvent => {
  expect(result.done).not.toBe(true);
  return result.value as EngineEvent;
};

test('hands every event on, also those that come in one chunk with a broken one', async ({ fake }) => {
  const abort = new AbortController();
  const { first, iterator } = await subscribe(fake, abort.signal);
  const web = containerRecord('web');
  const lines = ['start', 'die'].map((action) => JSON.stringify(eventRecord(action, web)));
  fake.emit(`${lines[0]}\n{"broken\n{"Type":"container"}\n${lines[1]}\n`);
  expect(value(await first)).toEqual({
    type: 'container',
    action: 'start',
    id: web['Id'],
    attributes: { name: 'web' },
    time: 1_700_000_000_000,
  });
  expect(value(await iterator.next()).action).toBe('die');
  abort.abort();
  expect((await iterator.next()).done).toBe(true);
});

test('loses nothing while the reader is away', async ({ fake }) => {
  const abort = new AbortController();
  const { first, iterator } = await subscribe(fake, abort.signal);
  const web = containerRecord('web');
  for (let n = 0; n < 3000; n += 1) fake.emit(eventRecord(`event-${n}`, web));
  expect(value(await first).action).toBe('event-0');
  for (let n = 1; n < 3000; n += 1) expect(value(await iterator.next()).action).toBe(`event-${n}`);
  abort.abort();
});

test('throws "lost" when the connection breaks off', async ({ fake }) => {
  const { first } = await subscribe(fake, new AbortController().signal);
  fake.breakConnections();
  await expect(first).rejects.toMatchObject({ name: 'EngineError', kind: 'lost' });
});

test('throws "lost" when the engine ends the stream', async ({ fake }) => {
  const { first } = await subscribe(fake, new AbortController().signal);
  await fake.stop();
  await expect(first).rejects.toMatchObject({ kind: 'lost' });
});

test('ends quietly on abort, also while nothing happens', async ({ fake }) => {
  const abort = new AbortController();
  const { first } = await subscribe(fake, abort.signal);
  abort.abort();
  expect((await first).done).toBe(true);
  await expect.poll(() => fake.subscribers).toBe(0);
});

test('closes the stream when the reader leaves', async ({ fake }) => {
  const { first, iterator } = await subscribe(fake, new AbortController().signal);
  fake.emit(eventRecord('start', containerRecord('web')));
  await first;
  await iterator.return?.(undefined);
  await expect.poll(() => fake.subscribers).toBe(0);
});

test('throws "lost" after a reset, so that the reader turns to the new endpoint', async ({ fake }) => {
  const { engine, first } = await subscribe(fake, new AbortController().signal);
  engine.reset();
  await expect(first).rejects.toMatchObject({ kind: 'lost' });
});

test('says that no engine is there, and finds it when it has come', async ({ fake }) => {
  await fake.stop();
  const engine = engineAt(fake.host);
  const signal = new AbortController().signal;
  await expect(engine.events({}, signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ kind: 'not-running' });
  await fake.start();
  expect((await engine.version()).apiVersion).toBe('1.41');
});
