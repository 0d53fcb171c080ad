import { expect, test } from 'vitest';
import { engineFacts } from '../../../client/src/language/engineFacts.ts';
import { createStore } from '../../../client/src/store/createStore.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const question = { volumes: ['data', 'none'], networks: ['bridge', 'none'], ports: [8080, 9090] };

test('tells of what was asked for, and only while the store is connected', async () => {
  const engine = new MemoryEngine();
  await engine.volumes.create({ name: 'data', driver: 'local', options: {}, labels: {} }, new AbortController().signal);
  engine.addContainer({
    name: 'web',
    state: 'running',
    labels: { 'com.docker.compose.project': 'shop' },
    ports: [
      { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' },
      { containerPort: 81, protocol: 'tcp', hostPort: 8081 },
      { containerPort: 82, protocol: 'tcp' },
    ],
  });
  engine.addContainer({
    name: 'old',
    state: 'exited',
    ports: [{ containerPort: 80, protocol: 'tcp', hostPort: 9090 }],
  });
  const store = createStore({ engine });
  expect(engineFacts(store, question)).toBeNull();
  const watching = store.watch();
  await store.ready();
  expect(engineFacts(store, question)).toMatchObject({
    volumes: ['data'],
    taken: [{ port: 8080, protocol: 'tcp', hostIp: '0.0.0.0', container: 'web', project: 'shop' }],
  });
  watching.dispose();
  store.dispose();
});
