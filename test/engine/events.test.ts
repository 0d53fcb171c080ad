import { expect } from 'vitest';
import type { EngineEvent } from '../../client/src/engine/model.ts';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('events');

test('tells what happens from its opening on, without the noise of health checks and exec', async ({ real }) => {
  const abort = new AbortController();
  const seen: EngineEvent[] = [];
  const opened = Promise.withResolvers<void>();
  const done = (async () => {
    for await (const event of real.engine.events(
      { types: ['container', 'image'], onOpen: opened.resolve },
      abort.signal,
    ))
      seen.push(event);
  })();
  await opened.promise;

  const { Id: id } = (await real.raw({
    method: 'POST',
    path: '/containers/create',
    query: { name: 'gantry-test-events' },
    body: JSON.stringify({
      Image: real.image,
      Cmd: ['sleep', '600'],
      Labels: real.labels,
      Healthcheck: { Test: ['CMD', 'true'], Interval: 300_000_000 },
    }),
  })) as { Id: string };
  const own = () => seen.filter((event) => event.id === id);
  const actions = () => own().map(({ action }) => action);
  await real.engine.containers.start(id);
  const session = await real.engine.containers.exec(id, { command: ['true'], terminal: false });
  for await (const _ of session.output);
  await expect.poll(actions, { timeout: 30_000 }).toContain('health_status: healthy');
  await real.engine.containers.rename(id, 'gantry-test-events-renamed');
  await real.engine.containers.kill(id);
  await expect.poll(actions).toContain('die');
  await real.engine.containers.remove(id);
  await real.engine.images.tag(real.image, { repository: 'gantry-test/events', tag: 'more' });
  await expect.poll(() => seen.map(({ action }) => action)).toContain('tag');

  expect(actions()).toEqual(['create', 'start', 'health_status: healthy', 'rename', 'kill', 'die', 'destroy']);
  expect(own()[0]).toMatchObject({
    type: 'container',
    attributes: { ...real.labels, name: 'gantry-test-events', image: real.image },
  });
  expect(Math.abs(own()[0]!.time - Date.now())).toBeLessThan(600_000);
  expect(own().find(({ action }) => action === 'die')!.attributes['exitCode']).toBe('137');
  expect(seen.map(({ type }) => type).every((type) => type === 'container' || type === 'image')).toBe(true);
  abort.abort();
  await done;
});

test('keeps up with a burst', async ({ real }) => {
  const abort = new AbortController();
  const opened = Promise.withResolvers<void>();
  const counts = { create: 0, destroy: 0 };
  const done = (async () => {
    for await (const { action, attributes } of real.engine.events({ onOpen: opened.resolve }, abort.signal))
      if (attributes['burst'] === 'yes' && (action === 'create' || action === 'destroy')) counts[action] += 1;
  })();
  await opened.promise;
  const ids = await Promise.all(Array.from({ length: 60 }, () => real.create({ labels: { burst: 'yes' } })));
  await Promise.all(ids.map((id) => real.engine.containers.remove(id)));
  await expect.poll(() => counts, { timeout: 60_000 }).toEqual({ create: 60, destroy: 60 });
  abort.abort();
  await done;
});
