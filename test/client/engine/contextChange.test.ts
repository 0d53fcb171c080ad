import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../../client/src/engine/createEngine.ts';
import { writeFiles } from '../../support/buildContext.ts';
import { containerRecord, startFakeEngine } from '../../support/fakeEngine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('a change of the current context is followed, and ends the event stream', async () => {
  await using home = await temporaryFolder();
  const docker = join(home.path, '.docker');
  const fakes = { one: await startFakeEngine(), two: await startFakeEngine() };
  for (const [name, fake] of Object.entries(fakes)) {
    fake.containers = [containerRecord(name)];
    const id = createHash('sha256').update(name).digest('hex');
    const meta = { Name: name, Endpoints: { docker: { Host: fake.host } } };
    await writeFiles(docker, { [`contexts/meta/${id}/meta.json`]: JSON.stringify(meta) });
  }
  // As the Docker CLI writes it: a new file in the old one's place.
  const use = async (config: object): Promise<void> => {
    await writeFiles(docker, { 'config.json.tmp': JSON.stringify(config) });
    await rename(join(docker, 'config.json.tmp'), join(docker, 'config.json'));
  };
  await use({ currentContext: 'one' });
  const engine = createEngine({
    settings: () => ({ host: '', context: '' }),
    env: {},
    home: home.path,
    platform: 'linux',
    log: { debug: () => {}, warn: () => {} },
  });
  const names = async () => (await engine.containers.list()).map(({ name }) => name);
  expect(await names()).toEqual(['one']);
  const opened = Promise.withResolvers<void>();
  const events = engine.events({ onOpen: opened.resolve }, new AbortController().signal)[Symbol.asyncIterator]();
  const first = events.next();
  first.catch(() => {});
  await opened.promise;

  await use({ currentContext: 'one', auths: {} });
  await use({ currentContext: 'two' });
  await expect(first).rejects.toMatchObject({ kind: 'lost' });
  expect(await names()).toEqual(['two']);
  expect((await engine.endpoint()).context).toBe('two');
  await use({ currentContext: 'gone' });
  await expect.poll(() => names().catch((error: unknown) => error)).toMatchObject({ kind: 'context' });
  engine.dispose();
  await Promise.all(Object.values(fakes).map((fake) => fake.dispose()));
});
