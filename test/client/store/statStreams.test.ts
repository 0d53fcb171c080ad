import { expect, test } from 'vitest';
import { createStore } from '../../../client/src/store/createStore.ts';
import { followStats } from '../../../client/src/store/statStreams.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { until } from '../../support/until.ts';

test('streams are read of the running containers that are meant, anew after a new start, until disposed', async () => {
  const engine = new MemoryEngine();
  const { id } = engine.addContainer({ name: 'web', state: 'running' });
  engine.addContainer({ name: 'other', state: 'running' });
  const store = createStore({ engine });
  const watching = store.watch();
  await store.ready();
  const seen: string[] = [];
  const following = followStats({
    engine,
    store,
    includes: ({ name }) => name === 'web',
    onStats: ({ name }, { memory }) => seen.push(`${name} ${memory}`),
    onEnd: () => seen.push('end'),
  });
  await until('the stream is open', () => engine.stats.streams.length > 0);
  expect(engine.stats.streams).toEqual([id]);
  engine.stats.measure(id, { memory: 1 });
  await until('it is told', () => seen.length > 0);
  await engine.containers.stop(id);
  await until('its end is told', () => seen.includes('end'));
  expect(engine.stats.streams).toEqual([]);
  await engine.containers.start(id);
  await until('it is read anew', () => engine.stats.streams.length > 0);
  following.dispose();
  await until('nothing is read', () => engine.stats.streams.length === 0);
  expect(seen).toEqual(['web 1', 'end', 'end']);
  watching.dispose();
  store.dispose();
});
