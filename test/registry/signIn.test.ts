import { expect } from 'vitest';
import { pullImage } from '../../client/src/commands/image/pull.ts';
import { signIn } from '../../client/src/commands/registry/signIn.ts';
import { signOut } from '../../client/src/commands/registry/signOut.ts';
import { createSignIns } from '../../client/src/registry/signIns.ts';
import { openDesk } from '../support/commandContext.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { importImage, test } from '../support/registryFixtures.ts';
import { typed } from '../support/ui.ts';

test('signs in, pulls and pushes without a question, and signs out', async ({ engine, registry }) => {
  const { images } = engine.engine;
  const name = `${registry.host}/team/signed:1`;
  await importImage(engine, { name, bytes: 100_000 });
  const desk = await openDesk(engine.engine);
  const secrets = new MemorySecrets();
  const signIns = createSignIns({
    env: { DOCKER_CONFIG: '/nonexistent' },
    home: '/nonexistent',
    secrets,
    memory: secrets.memory,
    findOthers: async () => ({ source: 'nowhere' }),
  });
  Object.assign(desk.services, { signIns, findCredentials: signIns.find });

  // A wrong password is not kept.
  desk.ui
    .onPick('Sign in to a registry', typed(`http://${registry.host}/v2/`))
    .onInput(`Sign in to ${registry.host}`, registry.username, { rejected: [' '] })
    .onInput(`Sign in to ${registry.host}`, 'wrong', { rejected: [''] });
  await desk.use(signIn);
  expect(desk.ui.notifications.at(-1)).toMatchObject({
    severity: 'error',
    text: expect.stringMatching(/does not accept this user name and password/),
  });
  expect(secrets.kept.size).toBe(0);

  desk.ui
    .onPick('Sign in to a registry', typed(registry.host))
    .onInput('Sign in to', registry.username)
    .onInput('Sign in to', registry.password);
  await desk.use(signIn);
  expect(desk.ui.notifications.at(-1)?.text).toBe(
    `Signed in to ${registry.host} as ada. It is kept in the editor’s secret storage.`,
  );
  const { credentials } = await signIns.find(registry.host);
  for await (const _event of images.push(name, { ...(credentials && { credentials }) }, new AbortController().signal));
  await images.remove(name);
  desk.ui.onInput('Pull an image', name);
  await desk.use(pullImage);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(new RegExp(`^Pulled ${name}`));

  desk.ui.onPick('Sign out of a registry', registry.host);
  await desk.use(signOut);
  expect(desk.ui.notifications.at(-1)?.text).toBe(
    `Signed out of ${registry.host}: forgotten in the editor’s secret storage.`,
  );
  expect(secrets.kept.size).toBe(0);
  await desk.use(signOut);
  expect(desk.ui.notifications.at(-1)?.text).toBe('There is no registry that you are signed in to.');
  const shown = JSON.stringify([desk.ui.notifications, desk.ui.logged, [...desk.services.memory]]);
  expect(shown).not.toContain(registry.password);
  desk.ui.done();
  desk.dispose();
});

test('what stands in Docker’s own file is left to the Docker CLI, and said', async ({ engine }) => {
  const desk = await openDesk(engine.engine);
  const credentials = { serverAddress: 'ghcr.io', username: 'ada', password: 'secret-1' };
  Object.assign(desk.services, {
    knownRegistries: async () => ['ghcr.io'],
    findCredentials: async (host: string) =>
      host === 'ghcr.io' ? { credentials, source: '/home/ada/.docker/config.json' } : { source: 'nowhere' },
    signIns: { keep: async () => '', forget: async () => [], hosts: () => [] },
  });
  desk.ui.onPick('Sign out of a registry', 'ghcr.io').onNotify('does not write that file', 'Copy as docker command');
  await desk.use(signOut);
  expect(desk.ui.clipboard).toMatch(/^docker .*logout ghcr\.io$/);
  desk.dispose();
});
