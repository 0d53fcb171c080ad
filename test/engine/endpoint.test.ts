import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createEngine } from '../../client/src/engine/createEngine.ts';
import { build, buildContext, logOf, writeFiles } from '../support/buildContext.ts';
import { engineAt, readText, type TestEngine } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { makeCertificates, startFront, type Certificates, type Front } from '../support/tlsFront.ts';

const socketOf = (real: TestEngine): string => real.host.slice('unix://'.length);

const test = engineTest('endpoint')
  .extend<{ $file: { certificates: Certificates } }>({
    certificates: [
      async ({}, use) => {
        await using folder = await temporaryFolder();
        await use(await makeCertificates(join(folder.path, 'certs')));
      },
      { scope: 'file' },
    ],
  })
  .extend<{ plain: Front; secure: Front }>({
    plain: async ({ real }, use) => {
      const front = await startFront(socketOf(real));
      await use(front);
      front.close();
    },
    secure: async ({ certificates, real }, use) => {
      const front = await startFront(socketOf(real), certificates);
      await use(front);
      front.close();
    },
  });

/** Everything that has a way of its own through the connection. */
async function useAll(real: TestEngine, engine: TestEngine['engine']): Promise<void> {
  expect((await engine.version()).version).toBe((await real.engine.version()).version);
  const id = await real.run({ command: ['sh', '-c', 'echo logged; sleep 600'] });
  expect((await engine.containers.list({ ids: [id] }))[0]!.state).toBe('running');
  const session = await engine.containers.exec(id, { command: ['cat'], terminal: false });
  session.write('through\n');
  session.endInput();
  expect(await readText(session.output)).toBe('through\n');
  expect(await session.exitCode()).toBe(0);
  const logs = engine.containers.logs(id, { follow: true }, new AbortController().signal);
  expect(await readText(logs, 'logged')).toBe('logged\n');
  await using context = await buildContext({ Dockerfile: `FROM ${real.image}\nCOPY a /\nRUN cat /a\n`, a: 'built' });
  expect(logOf(await build({ ...real, engine }, { context: context.path, noCache: true }))).toContain('built');
}

test('TCP', async ({ plain, real }) => {
  const engine = engineAt(`tcp://127.0.0.1:${plain.port}`);
  await useAll(real, engine);
  engine.dispose();
});

test('TLS with a client certificate, from DOCKER_CERT_PATH', async ({ certificates, real, secure }) => {
  const env = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates.folder };
  const engine = engineAt(`tcp://127.0.0.1:${secure.port}`, { env });
  await useAll(real, engine);
  engine.dispose();
});

test('TLS from a context of the store, found by the name in the settings', async ({ certificates, real, secure }) => {
  await using home = await temporaryFolder();
  const id = createHash('sha256').update('remote').digest('hex');
  const store = join(home.path, '.docker/contexts');
  const endpoint = { Host: `tcp://127.0.0.1:${secure.port}`, SkipTLSVerify: false };
  await writeFiles(store, {
    [`meta/${id}/meta.json`]: JSON.stringify({ Name: 'remote', Endpoints: { docker: endpoint } }),
    [`tls/${id}/docker/`]: '',
  });
  for (const name of ['ca.pem', 'cert.pem', 'key.pem'])
    await cp(join(certificates.folder, name), join(store, 'tls', id, 'docker', name));
  let context = 'remote';
  const engine = createEngine({
    settings: () => ({ host: '', context }),
    env: {},
    home: home.path,
    platform: 'linux',
    log: { debug: () => {}, warn: () => {} },
  });
  expect(await engine.endpoint()).toMatchObject({ context: 'remote', source: 'setting', host: endpoint.Host });
  expect((await engine.containers.list({ labels: ['none'] })).length).toBe(0);
  expect(await engine.contexts()).toEqual([{ name: 'remote', description: '', host: endpoint.Host }]);

  context = 'gone';
  expect((await engine.endpoint()).context).toBe('remote');
  engine.reset();
  await expect(engine.version()).rejects.toMatchObject({
    kind: 'context',
    message: expect.stringMatching(/"gone" does not exist/) as string,
  });
  context = 'remote';
  expect((await engine.version()).version).toBe((await real.engine.version()).version);
  engine.dispose();
});

test('TLS without verification, when that is asked for', async ({ certificates, secure }) => {
  await using folder = await temporaryFolder();
  for (const name of ['cert.pem', 'key.pem']) await cp(join(certificates.folder, name), join(folder.path, name));
  const env = { DOCKER_TLS: '1', DOCKER_CERT_PATH: folder.path };
  const engine = engineAt(`tcp://127.0.0.1:${secure.port}`, { env });
  expect((await engine.version()).os).toBe('linux');
  engine.dispose();
});

test('TLS that fails says why', async ({ certificates, plain, secure }) => {
  await using other = await temporaryFolder();
  const stranger = await makeCertificates(join(other.path, 'other'));
  const verify = (folder: string) => ({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder });
  const host = `tcp://127.0.0.1:${secure.port}`;
  const failure = (at: string, env: Record<string, string>) =>
    engineAt(at, { env })
      .version()
      .catch((error: unknown) => error);
  expect(await failure(host, verify(stranger.folder))).toMatchObject({
    kind: 'tls',
    message: expect.stringMatching(/not signed by the given CA/) as string,
  });
  expect(await failure(host, { DOCKER_TLS: '1' })).toMatchObject({
    kind: 'tls',
    message: expect.stringMatching(/client certificate/) as string,
  });
  expect(await failure(`tcp://127.0.0.1:${plain.port}`, verify(certificates.folder))).toMatchObject({ kind: 'tls' });
  expect(await failure(host.replace('127.0.0.1', 'localhost'), verify(certificates.folder))).toMatchObject({
    kind: 'tls',
    message: expect.stringMatching(/localhost/) as string,
  });
});
