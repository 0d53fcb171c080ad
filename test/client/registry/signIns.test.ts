import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as unextended } from 'vitest';
import { createFindCredentials } from '../../../client/src/registry/credentials.ts';
import { createSignIns, type SignIns } from '../../../client/src/registry/signIns.ts';
import { MemorySecrets } from '../../support/memorySecrets.ts';

interface Place extends AsyncDisposable {
  readonly config: string;
  readonly secrets: MemorySecrets;
  readonly signIns: SignIns;
  configure(config: unknown): Promise<void>;
  /** A helper that keeps one secret per server in a file of its own; without its folder it refuses. */
  helper(name: string): Promise<void>;
}

const test = unextended.extend<{ place: Place }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads a fixture's needs from its parameter's pattern
  place: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'gantry-sign-ins-'));
    await Promise.all(['.docker', 'bin', 'kept'].map((name) => mkdir(join(home, name))));
    const options = { home, env: { PATH: `${join(home, 'bin')}:/usr/bin:/bin` } };
    const secrets = new MemorySecrets();
    const findOthers = createFindCredentials(options);
    const config = join(home, '.docker', 'config.json');
    await using place: Place = {
      config,
      secrets,
      signIns: createSignIns({ ...options, secrets, memory: secrets.memory, findOthers }),
      configure: (json) => writeFile(config, JSON.stringify(json)),
      async helper(name) {
        const path = join(home, 'bin', `docker-credential-${name}`);
        const script = `#!/bin/sh
read -r input
case "$1" in
  store) case "$input" in *refused*) echo "the key chain is locked"; exit 1;; esac; echo "$input" > "${home}/kept/one";;
  get) cat "${home}/kept/one" 2>/dev/null || { echo "credentials not found in native keychain"; exit 1; };;
  erase) rm -f "${home}/kept/one";;
esac
`;
        await writeFile(path, script);
        await chmod(path, 0o755);
      },
      [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
    };
    await use(place);
  },
});

const ada = (host: string) => ({ serverAddress: host, username: 'ada', password: 'correct horse' });

test('without a helper they are kept in the editor, and found there before all else', async ({ place }) => {
  const { signIns, secrets, config } = place;
  const auth = Buffer.from('old:older').toString('base64');
  await place.configure({ auths: { 'ghcr.io': { auth } } });
  const before = await readFile(config, 'utf8');
  expect(await signIns.keep('ghcr.io', ada('ghcr.io'))).toBe('the editor’s secret storage');
  expect(signIns.hosts()).toEqual(['ghcr.io']);
  expect(await signIns.find('ghcr.io')).toEqual({ credentials: ada('ghcr.io'), source: 'the editor’s secret storage' });
  // The hosts are remembered, and nothing else; Docker's file is as it was.
  expect(JSON.stringify([...secrets.remembered])).not.toMatch(/ada|horse/);
  expect(await readFile(config, 'utf8')).toBe(before);
  expect(await signIns.forget('ghcr.io')).toEqual(['the editor’s secret storage']);
  expect(secrets.kept.size).toBe(0);
  expect(await signIns.find('ghcr.io')).toMatchObject({ credentials: { username: 'old' }, source: config });
});

test('with the Docker CLI’s helper they are kept where the CLI finds them too', async ({ place }) => {
  const { signIns, secrets } = place;
  await place.configure({ credsStore: 'chain' });
  await place.helper('chain');
  expect(await signIns.keep('docker.io', ada('x'))).toBe('docker-credential-chain, as the Docker CLI does');
  expect(secrets.kept.size).toBe(0);
  expect(await signIns.find('docker.io')).toMatchObject({
    credentials: { username: 'ada', password: 'correct horse' },
  });
  expect(await signIns.forget('docker.io')).toEqual(['docker-credential-chain']);
  expect((await signIns.find('docker.io')).credentials).toBeUndefined();
  expect(await signIns.forget('docker.io')).toEqual([]);
});

test('a token goes to the helper as one, and comes back as one', async ({ place }) => {
  await place.configure({ credHelpers: { 'registry.example.com': 'chain' } });
  await place.helper('chain');
  const token = { serverAddress: 'registry.example.com', identityToken: 'a.b.c' };
  await place.signIns.keep('registry.example.com', token);
  expect(await place.signIns.find('registry.example.com')).toMatchObject({ credentials: token });
});

test('a helper that refuses, and one that is missing, are said, without the secret', async ({ place }) => {
  await place.configure({ credsStore: 'chain' });
  await expect(place.signIns.keep('ghcr.io', ada('ghcr.io'))).rejects.toThrow(
    /docker-credential-chain is not installed/,
  );
  await place.helper('chain');
  const refused = { ...ada('ghcr.io'), password: 'refused-secret' };
  await expect(place.signIns.keep('ghcr.io', refused)).rejects.toThrow(
    'docker-credential-chain store failed (1): the key chain is locked.',
  );
  expect(place.secrets.kept.size).toBe(0);
});
