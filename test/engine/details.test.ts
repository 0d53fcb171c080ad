import { expect } from 'vitest';
import { systemClock } from '../../client/src/clock.ts';
import { createStore } from '../../client/src/store/createStore.ts';
import { createDetails } from '../../client/src/store/details.ts';
import { engineDetails } from '../../client/src/store/detailSources.ts';
import { createMeters } from '../../client/src/store/meters.ts';
import { engineTest } from '../support/engineTest.ts';
import { noContexts, noRegistries } from '../support/details.ts';
import { until } from '../support/until.ts';

const test = engineTest('details');

test('a container’s environment, health log and processes, and that they go with it', async ({ real }) => {
  const store = createStore({ engine: real.engine });
  store.watch();
  await store.ready();
  const details = createDetails({
    store,
    sources: engineDetails({
      registries: noRegistries,
      engine: real.engine,
      contexts: noContexts,
      findCredentials: async () => ({ source: 'nowhere' }),
    }),
  });
  const { Id: id } = (await real.raw({
    method: 'POST',
    path: '/containers/create',
    body: JSON.stringify({
      Image: real.image,
      Cmd: ['sleep', '600'],
      Env: ['DB_PASSWORD=hunter2'],
      Labels: real.labels,
      Healthcheck: { Test: ['CMD-SHELL', 'echo not yet; exit 3'], Interval: 200_000_000, Retries: 1 },
    }),
  })) as { Id: string };
  await real.engine.containers.start(id);
  await until('it is unhealthy', () => store.containers.get(id)?.health === 'unhealthy');
  await details.ask({ about: 'container', of: id });
  await details.ask({ about: 'processes', of: id });
  const answer = details.known('container', id);
  expect(answer).toMatchObject({
    ok: true,
    value: { env: expect.arrayContaining(['DB_PASSWORD=hunter2', 'PATH=/bin']) },
  });
  expect(answer?.ok === true && answer.value.probes[0]).toMatchObject({ exitCode: 3, output: 'not yet\n' });
  const processes = details.known('processes', id);
  expect(processes?.ok === true && processes.value.processes.flat().join(' ')).toContain('sleep 600');
  await real.engine.containers.remove(id, { force: true });
  await until('it is forgotten', () => details.known('container', id) === undefined);
  details.dispose();
  store.dispose();
});

test('CPU and memory of a busy container by the engine’s stream, until nobody looks', async ({ real }) => {
  const store = createStore({ engine: real.engine });
  store.watch();
  await store.ready();
  const meters = createMeters({ engine: real.engine, store, clock: systemClock });
  const id = await real.run({ command: ['sh', '-c', 'while :; do :; done'] });
  const watching = meters.watch();
  await until('it is seen to be busy', () => (meters.loads.get(id)?.cpu ?? 0) > 5);
  expect(meters.loads.get(id)?.memory).toBeGreaterThan(1000);
  watching.dispose();
  await until('nothing is measured', () => meters.loads.size === 0);
  await real.engine.containers.remove(id, { force: true });
  meters.dispose();
  store.dispose();
});
