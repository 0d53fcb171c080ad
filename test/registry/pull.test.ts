import { expect } from 'vitest';
import { pullImage, pullImageAgain } from '../../client/src/commands/image/pull.ts';
import { openDesk } from '../support/commandContext.ts';
import type { TestRegistry } from '../support/registry.ts';
import type { TestEngine } from '../support/engine.ts';
import { importImage, test } from '../support/registryFixtures.ts';
import { until } from '../support/until.ts';

/** An image that is in the registry and nowhere else; answers its id in the engine it came from. */
async function inRegistry(engine: TestEngine, registry: TestRegistry, name: string): Promise<string> {
  const { images } = engine.engine;
  const id = await importImage(engine, { name, bytes: 2_000_000 });
  const { username, password, host: serverAddress } = registry;
  const credentials = { serverAddress, username, password };
  for await (const _event of images.push(name, { credentials }, new AbortController().signal));
  await images.remove(name);
  return id;
}

test('pulls by name, asks for a sign-in once, and tells what was up to date', async ({ engine, registry }) => {
  const name = `${registry.host}/team/pulled:1`;
  const id = await inRegistry(engine, registry, name);
  const digest = await registry.digestOf('team/pulled', '1');
  const desk = await openDesk(engine.engine);
  const signIn = () =>
    desk.ui
      .onNotify('wants credentials', 'Sign in for this pull…')
      .onInput('Sign in to', registry.username)
      .onInput('Sign in to', registry.password);
  desk.ui.onInput('Pull an image', name);
  signIn();
  await desk.use(pullImage);
  desk.ui.done();
  expect(desk.ui.notifications.at(-1)?.text).toBe(`Pulled ${name}. Its digest is ${digest}.`);
  expect(desk.ui.progresses.at(-1)).toMatchObject({ percent: 100, ended: true });
  await until('it is in the store', () => desk.store.images.get(id)?.tags.includes(name) === true);

  const image = desk.store.images.get(id)!;
  signIn();
  await desk.use(pullImageAgain, { kind: 'image', id, image, tag: name, usedBy: [] });
  expect(desk.ui.notifications.at(-1)?.text).toBe(`${name} was up to date. Its digest is ${digest}.`);
  expect(JSON.stringify([desk.ui.logged, desk.ui.notifications])).not.toContain(registry.password);
  desk.dispose();
});

test('a tag that the registry has not got is said so', async ({ engine, registry }) => {
  const name = `${registry.host}/team/none:1`;
  const desk = await openDesk(engine.engine);
  const { username, password, host: serverAddress } = registry;
  Object.assign(desk.services, {
    findCredentials: async () => ({ source: 'a test', credentials: { serverAddress, username, password } }),
  });
  desk.ui.onInput('Pull an image', name);
  await desk.use(pullImage);
  expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  expect(desk.ui.notifications[0]?.text).toContain(`There is no ${name}.`);
  desk.dispose();
});
