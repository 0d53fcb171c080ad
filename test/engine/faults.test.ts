import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import type { DockerEngine } from '../../client/src/engine/createEngine.ts';
import { createStore } from '../../client/src/store/createStore.ts';
import type { Store } from '../../client/src/store/store.ts';
import { engineAt, readText, type TestEngine } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';
import { jsonAnswer, startFaultyProxy, type Fault, type FaultyProxy } from '../support/faultyProxy.ts';
import { asUnprivileged } from '../support/unprivileged.ts';
import { until } from '../support/until.ts';

/** Between an engine client with its store and the real engine: a proxy. */
interface Scene {
  readonly engine: DockerEngine;
  readonly proxy: FaultyProxy;
  readonly store: Store;
  /** The kinds of state that the store went through. */
  readonly states: string[];
  /** Waits until the store shows what the engine has, which must be within 2 s; then events must arrive, too. */
  truth(): Promise<void>;
}

const heartbeat = { interval: 100, timeout: 400 };

/** Sockets, pipes, watches and timers that keep this process alive. */
const held = (): number =>
  process.getActiveResourcesInfo().filter((kind) => /Pipe|TCP|FSEvent|Timeout|Process/.test(kind)).length;

const test = engineTest('faults').extend<{ scene: Scene }>({
  scene: async ({ real }, use) => {
    await real.engine.version();
    const before = held();
    const proxy = await startFaultyProxy(real.host.slice('unix://'.length));
    const engine = engineAt(proxy.host, { heartbeat });
    const store = createStore({ engine, onError: (error) => expect.unreachable(String(error)) });
    const states: string[] = [];
    const told = store.onDidChange(({ state }) => {
      if (state) states.push(store.state.kind);
    });
    store.watch();
    await store.ready();
    await use({ engine, proxy, store, states, truth: () => truth(real, store) });
    told.dispose();
    store.dispose();
    engine.dispose();
    await until('every connection is closed', () => proxy.connections === 0);
    await proxy[Symbol.asyncDispose]();
    await until('nothing is left behind', () => held() <= before);
  },
});

async function truth(real: TestEngine, store: Store): Promise<void> {
  const back = performance.now();
  const label = Object.entries(real.labels).map(([name, value]) => `${name}=${value}`);
  const told = async (): Promise<string[]> =>
    (await real.engine.containers.list({ labels: label })).map(({ id, name, state }) => `${id} ${name} ${state}`);
  const known = (): string[] =>
    [...store.containers.values()]
      .filter(({ labels }) => labels['dev.gantry.test'] === 'faults')
      .map(({ id, name, state }) => `${id} ${name} ${state}`);
  const isTrue = (now: string[]): boolean =>
    store.state.kind === 'live' &&
    Object.keys(store.state.failures).length === 0 &&
    known().sort().join('\n') === now.sort().join('\n');
  const expected = await told();
  await until('the store shows the truth', () => isTrue(expected), 20_000);
  expect(performance.now() - back).toBeLessThan(2000);
  const id = await real.create();
  await until('events arrive', () => store.containers.has(id));
  await real.engine.containers.remove(id);
  await until('and apply', () => !store.containers.has(id));
}

const gone = (): Promise<never> => Promise.reject(new Error('it should have failed'));
const failureOf = (task: Promise<unknown>): Promise<unknown> => task.then(gone, (error: unknown) => error);

test('an engine that is killed and comes back, ten times', async ({ real, scene }) => {
  for (let round = 0; round < 10; round++) {
    await scene.proxy.stop();
    await until('the store knows', () => scene.store.state.kind === 'unreachable');
    const id = await real.create();
    await scene.proxy.start();
    await scene.truth();
    expect(scene.store.containers.has(id)).toBe(true);
    await real.engine.containers.remove(id);
  }
});

test('a list that is cut in its middle', async ({ real, scene }) => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => real.create()));
  await scene.truth();
  let cuts = 0;
  scene.proxy.fault = (route) =>
    route === 'GET /containers/json' && cuts++ < 3 ? { kind: 'cut', after: 700 } : undefined;
  expect(await failureOf(scene.engine.containers.list())).toMatchObject({ kind: 'lost' });
  await scene.truth();
  const refreshed = scene.store.refresh().catch((error: unknown) => error);
  await refreshed;
  await until('it was cut again', () => cuts > 1);
  await scene.truth();
  expect(ids.every((id) => scene.store.containers.has(id))).toBe(true);
});

test('an event stream that is cut in the middle of an event', async ({ real, scene }) => {
  scene.proxy.cut((route) => route === 'GET /events');
  const id = await real.create();
  await scene.truth();
  expect(scene.store.containers.has(id)).toBe(true);
  let cuts = 0;
  scene.proxy.fault = (route) => (route === 'GET /events' && cuts++ === 0 ? { kind: 'cut', after: 400 } : undefined);
  scene.proxy.cut((route) => route === 'GET /events');
  await until('the stream is open again', () => cuts > 0 && scene.store.state.kind === 'live');
  await real.engine.containers.remove(id);
  await until('it was cut', () => cuts > 1);
  await scene.truth();
});

test('a log and an exec that are cut: they say so, and the views do not care', async ({ real, scene }) => {
  const id = await real.run({ command: ['sh', '-c', 'while :; do echo line; sleep 0.1; done'] });
  await scene.truth();
  scene.states.length = 0;
  const log = scene.engine.containers.logs(id, { follow: true }, new AbortController().signal)[Symbol.asyncIterator]();
  await log.next();
  const session = await scene.engine.containers.exec(id, { command: ['sh'], terminal: true });
  session.write('echo up\r');
  await readText({ [Symbol.asyncIterator]: () => session.output[Symbol.asyncIterator]() }, 'up');
  scene.proxy.cut((route) => route.endsWith('/logs'));
  const rest = async (): Promise<void> => {
    while ((await log.next()).done !== true);
  };
  expect(await failureOf(rest())).toMatchObject({ kind: 'lost' });
  scene.proxy.cut((route) => /^POST \/exec\/.*\/start$/.test(route));
  session.write('into the void');
  expect(await failureOf(readText(session.output))).toMatchObject({ kind: 'lost' });
  session.close();
  await scene.truth();
  expect(scene.states).toEqual([]);
});

test('half-open: nothing arrives any more, on old connections and on new ones', async ({ real, scene }) => {
  scene.proxy.freeze();
  scene.proxy.fault = () => ({ kind: 'silent' });
  await until('the store knows', () => scene.store.state.kind === 'unreachable');
  await until('it asks anew', () => scene.proxy.requests.at(-1) === 'GET /version');
  const id = await real.create();
  scene.proxy.fault = () => undefined;
  await scene.truth();
  expect(scene.store.containers.has(id)).toBe(true);
});

const storms: Readonly<Record<string, readonly Fault[]>> = {
  'status 500, 502 and 503': [
    jsonAnswer('500 Internal Server Error', '{"message":"out of luck"}'),
    jsonAnswer('502 Bad Gateway', '<html>'),
    jsonAnswer('503 Service Unavailable', ''),
  ],
  'garbage, truncated JSON and other things than lists': [
    { kind: 'answer', bytes: '\u0000\u0001garbage\r\n\r\n' },
    jsonAnswer('200 OK', '[{"Id":"12'),
    jsonAnswer('200 OK', '{}'),
    jsonAnswer('200 OK', '"list"'),
  ],
};

for (const [name, faults] of Object.entries(storms))
  test(`a storm of ${name}`, async ({ real, scene }) => {
    await real.create();
    await scene.truth();
    const known = [...scene.store.containers.keys()].sort();
    let answers = 0;
    scene.proxy.fault = (route) => (route === 'GET /_ping' ? undefined : faults[answers++ % faults.length]);
    scene.proxy.cut();
    for (let asked = 0; asked < 30; asked++) await scene.engine.containers.list().catch(() => {});
    await until('the store has been hit', () => answers > 34);
    expect([...scene.store.containers.keys()].sort()).toEqual(known);
    scene.proxy.fault = () => undefined;
    await scene.truth();
  });

test('lists that fail while the events go on', async ({ real, scene }) => {
  let failed = 0;
  scene.proxy.fault = (route) =>
    /^GET \/(containers\/json|images\/json|volumes|networks)$/.test(route) && failed++ >= 0
      ? jsonAnswer('503 Service Unavailable', '{"message":"not now"}')
      : undefined;
  await scene.store.refresh().catch(() => {});
  await until('they are tried for a while', () => failed >= 20);
  const id = await real.create();
  scene.proxy.fault = () => undefined;
  await scene.truth();
  expect(scene.store.containers.has(id)).toBe(true);
});

test('an event that cannot be read: everything is listed anew', async ({ real, scene }) => {
  const chunk = '{"Type":"container","Action":"create","Actor":{"ID"\n';
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  let opened = 0;
  scene.proxy.fault = (route) =>
    route === 'GET /events' && opened++ === 0
      ? { kind: 'answer', bytes: `${head}${chunk.length.toString(16)}\r\n${chunk}\r\n` }
      : undefined;
  scene.proxy.cut((route) => route === 'GET /events');
  const lists = (): number => scene.proxy.requests.filter((route) => route === 'GET /containers/json').length;
  const before = lists();
  await until('all is listed, and once more', () => opened === 1 && lists() >= before + 2);
  scene.proxy.cut((route) => route === 'GET /events');
  await real.create();
  await scene.truth();
});

test('slow answers, in pieces of some bytes', async ({ real, scene }) => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => real.create()));
  scene.proxy.fault = () => ({ kind: 'slow', piece: 7 });
  scene.proxy.cut();
  await until('they are there', () => ids.every((id) => scene.store.containers.has(id)));
  await scene.truth();
});

test('permission that is taken and given back', async ({ real, scene }) => {
  const path = scene.proxy.host.slice('unix://'.length);
  await asUnprivileged(dirname(path), async () => {
    scene.proxy.cut();
    await until('the store says why', () => {
      const { state } = scene.store;
      return state.kind === 'unreachable' && state.error.kind === 'no-permission';
    });
    await real.create();
  });
  await chmod(path, 0o666);
  await scene.truth();
});
