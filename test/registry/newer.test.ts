import { expect } from 'vitest';
import { checkForNewerImages } from '../../client/src/commands/image/checkNewer.ts';
import { createDetails } from '../../client/src/store/details.ts';
import { engineDetails } from '../../client/src/store/detailSources.ts';
import { imageMarks } from '../../client/src/tree/nodes/images.ts';
import { noContexts, noRegistries } from '../support/details.ts';
import { openDesk } from '../support/commandContext.ts';
import { importImage, test } from '../support/registryFixtures.ts';

test('an image whose name means another one in the registry by now is marked, when it was asked for', async ({
  engine,
  registry,
}) => {
  const { images } = engine.engine;
  const { username, password, host: serverAddress } = registry;
  const credentials = { serverAddress, username, password };
  const push = async (reference: string): Promise<void> => {
    for await (const _event of images.push(reference, { credentials }, new AbortController().signal));
  };
  const [kept, moved] = [`${registry.host}/team/kept:1`, `${registry.host}/team/moved:1`];
  await importImage(engine, { name: kept });
  await push(kept);
  await importImage(engine, { name: moved });
  await push(moved);
  const desk = await openDesk(engine.engine);
  // Somebody else pushes another image under the name, which this engine keeps the old one of.
  const old = String((await images.inspect(moved))['Id']);
  await importImage(engine, { name: `${registry.host}/team/other:1` });
  await images.tag(`${registry.host}/team/other:1`, { repository: `${registry.host}/team/moved`, tag: '1' });
  await push(moved);
  await images.tag(old, { repository: `${registry.host}/team/moved`, tag: '1' });
  await desk.store.refresh();
  const details = createDetails({
    store: desk.store,
    sources: engineDetails({
      registries: noRegistries,
      engine: engine.engine,
      contexts: noContexts,
      findCredentials: async () => ({ source: 'a test', credentials }),
    }),
  });
  desk.ui.onAsk(/Ask .* about/, 'Ask');
  await checkForNewerImages.run({ ...desk.context, details }, []);
  const { remote } = imageMarks(desk.store.images.values(), { known: details.known, usage: undefined });
  expect([remote?.[kept]?.state, remote?.[moved]?.state]).toEqual(['same', 'newer']);
  expect(JSON.stringify([desk.ui.logged, desk.ui.notifications])).not.toContain(password);
  details.dispose();
  desk.dispose();
});

test('the engine tells an image’s platform', async ({ engine }) => {
  const [platform] = await engine.engine.images.platforms(engine.image);
  expect(platform).toMatchObject({ platform: expect.stringMatching(/^linux\//) as string, available: true });
});
