import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { pushImage } from '../../client/src/commands/image/push.ts';
import { createFindCredentials, type FindCredentials } from '../../client/src/registry/credentials.ts';
import { parseReference } from '../../client/src/registry/reference.ts';
import { transfer } from '../../client/src/registry/transfer.ts';
import { type Desk, openDesk } from '../support/commandContext.ts';
import type { TestEngine } from '../support/engine.ts';
import type { TestRegistry } from '../support/registry.ts';
import { importImage, test } from '../support/registryFixtures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { ScriptedUi } from '../support/ui.ts';

/** The push command on the real engine, to a real registry with a password. */
async function openPush(
  engine: TestEngine,
  options: { readonly tag: string; readonly bytes?: number; readonly credentials?: FindCredentials },
): Promise<Desk & Disposable & { push(): Promise<void> }> {
  const { tag, bytes, credentials } = options;
  const id = await importImage(engine, { name: tag, ...(bytes === undefined ? {} : { bytes }) });
  const desk = await openDesk(engine.engine);
  if (credentials !== undefined) Object.assign(desk.services, { findCredentials: credentials });
  const push = async (): Promise<void> => {
    const image = desk.store.images.get(id);
    if (image === undefined) throw new Error(`${tag} is not in the store`);
    await pushImage.run(desk.context, [{ image, tag }]);
  };
  return { ...desk, push, [Symbol.dispose]: () => desk.dispose() };
}

const stored =
  (registry: TestRegistry, password = registry.password): FindCredentials =>
  async (host) => ({ source: 'a test', credentials: { serverAddress: host, username: registry.username, password } });

describe('credentials', () => {
  test('that are right push, and the digest is the registry’s', async ({ engine, registry }) => {
    const tag = `${registry.host}/team/web:1`;
    using desk = await openPush(engine, { tag, bytes: 3_000_000, credentials: stored(registry) });
    desk.ui.onNotify('Pushed', 'Copy digest');
    await desk.push();
    const digest = await registry.digestOf('team/web', '1');
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(desk.ui.notifications).toEqual([
      {
        severity: 'info',
        text: `Pushed ${tag}. Its digest is ${digest}.`,
        actions: ['Copy reference', 'Copy digest'],
      },
    ]);
    expect(desk.ui.clipboard).toBe(digest);
    expect(desk.ui.progresses).toMatchObject([
      { options: { title: `Pushing ${tag}`, cancellable: true }, percent: 100, ended: true },
    ]);
  });

  test('of a helper push, and the helper’s password is in no log', async ({ engine, registry }) => {
    await using home = await temporaryFolder();
    await mkdir(join(home.path, '.docker'));
    const helper = join(home.path, 'docker-credential-test');
    const answer = JSON.stringify({ ServerURL: '', Username: registry.username, Secret: registry.password });
    await writeFile(helper, `#!/bin/sh\ncat >/dev/null\necho '${answer}'\n`);
    await chmod(helper, 0o755);
    const config = { credHelpers: { [registry.host]: 'test' } };
    await writeFile(join(home.path, '.docker', 'config.json'), JSON.stringify(config));
    const credentials = createFindCredentials({ home: home.path, env: { PATH: `${home.path}:/usr/bin:/bin` } });
    using desk = await openPush(engine, { tag: `${registry.host}/team/helped:1`, credentials });
    await desk.push();
    expect(await registry.digestOf('team/helped', '1')).toBeDefined();
    expect(JSON.stringify([desk.ui.logged, desk.ui.notifications])).not.toContain(registry.password);
  });

  test('that are missing are explained, and a sign-in for once mends it', async ({ engine, registry }) => {
    using desk = await openPush(engine, {
      tag: `${registry.host}/team/web:2`,
      credentials: async () => ({ source: '/home/ada/.docker/config.json' }),
    });
    desk.ui
      .onNotify('wants credentials', 'Sign in for this push…')
      .onInput('Sign in to', registry.username, { rejected: ['', ' '] })
      .onInput('Sign in to', 'wrong', { rejected: [''] })
      .onNotify(
        `does not accept the credentials of “${registry.username}” (from what you typed)`,
        'Sign in for this push…',
      )
      .onInput('Sign in to', registry.username)
      .onInput('Sign in to', registry.password);
    await desk.push();
    desk.ui.done();
    expect(desk.ui.notifications[0]?.text).toContain('/home/ada/.docker/config.json has none for it');
    expect(desk.ui.notifications.at(-1)?.text).toContain(String(await registry.digestOf('team/web', '2')));
    expect(JSON.stringify([desk.ui.notifications, desk.ui.logged, [...desk.services.memory]])).not.toContain(
      registry.password,
    );
  });

  test('that are wrong name whose and from where; leaving it at that ends quietly', async ({ engine, registry }) => {
    using desk = await openPush(engine, { tag: `${registry.host}/team/web:3`, credentials: stored(registry, 'old') });
    await desk.push();
    expect(desk.ui.notifications).toHaveLength(1);
    expect(desk.ui.notifications[0]?.text).toContain('does not accept the credentials of “ada” (from a test)');
    expect(await registry.digestOf('team/web', '3')).toBeUndefined();
  });

  test('whose helper is missing say so instead of going anonymous in silence', async ({ engine, registry }) => {
    const problem = 'docker-credential-gone is not installed.';
    using desk = await openPush(engine, {
      tag: `${registry.host}/team/web:4`,
      credentials: async () => ({ source: 'x', problem }),
    });
    await desk.push();
    expect(desk.ui.notifications[0]?.text).toContain(problem);
    expect(desk.ui.logged.join()).toContain(problem);
  });
});

describe('a name without a registry', () => {
  test('gets one, is tagged and pushed, and the registry is offered first the next time', async ({
    engine,
    registry,
  }) => {
    using desk = await openPush(engine, { tag: 'gantry-test/plain:1', credentials: stored(registry) });
    Object.assign(desk.services, { knownRegistries: async () => [registry.host] });
    desk.ui
      .onPick('Push gantry-test/plain:1 to which registry?', registry.host, (rows) => {
        expect(rows.map(({ label }) => label)).toEqual(
          expect.arrayContaining(['Docker Hub', 'Amazon ECR…', registry.host, 'Another registry…']),
        );
      })
      .onInput('Name in the registry', `${registry.host}/team/plain:1`, {
        rejected: ['', 'team/plain', 'docker.io/plain', `${registry.host}/Team/plain`, `${registry.host}/a b`],
      });
    await desk.push();
    expect(await registry.digestOf('team/plain', '1')).toBeDefined();
    expect((await engine.engine.images.list()).flatMap(({ tags }) => tags)).toContain(`${registry.host}/team/plain:1`);
    desk.ui.onPick('to which registry?', undefined, (rows) => {
      expect(rows.find(({ picked }) => picked === true)?.label).toBe(registry.host);
    });
    await desk.push();
    desk.ui.done();
  });
});

describe('a push that fails', () => {
  test('because nothing listens says what to check', async ({ engine }) => {
    using desk = await openPush(engine, { tag: '127.0.0.1:9/team/web:1' });
    await expect(desk.push()).rejects.toThrow(/The engine cannot reach 127\.0\.0\.1:9\..*connection refused/s);
  });

  test('because the tag has gone says so', async ({ engine, registry }) => {
    const tag = `${registry.host}/team/gone:1`;
    using desk = await openPush(engine, { tag, credentials: stored(registry) });
    await engine.engine.images.remove(tag);
    await expect(desk.push()).rejects.toThrow(`There is no ${tag}.`);
  });

  test('because it is cancelled ends at once with an abort', async ({ engine, registry }) => {
    using desk = await openPush(engine, {
      tag: `${registry.host}/team/cancelled:1`,
      bytes: 200_000_000,
      credentials: stored(registry),
    });
    desk.ui.onProgress = (shown) => setTimeout(() => shown.cancel(), 50);
    await expect(desk.push()).rejects.toMatchObject({ name: 'AbortError' });
    expect(desk.ui.notifications).toEqual([]);
    expect(await registry.digestOf('team/cancelled', '1')).toBeUndefined();
  });
});

test('what was pushed is pulled with the same credentials, to the same digest', async ({ engine, registry }) => {
  const tag = `${registry.host}/team/round:1`;
  using desk = await openPush(engine, { tag, bytes: 2_000_000, credentials: stored(registry) });
  await desk.push();
  await engine.engine.images.remove(tag);
  const ui = new ScriptedUi();
  const pulled = await transfer(
    {
      verb: 'pull',
      reference: parseReference(tag),
      start: (credentials, signal) => engine.engine.images.pull(tag, credentials ? { credentials } : {}, signal),
    },
    { ui, findCredentials: stored(registry) },
  );
  expect(pulled?.digest).toBe(await registry.digestOf('team/round', '1'));
  expect(ui.progresses).toMatchObject([{ percent: 100, ended: true }]);
});
