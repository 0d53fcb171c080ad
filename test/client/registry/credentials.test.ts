import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as unextended } from 'vitest';
import {
  createFindCredentials,
  type FindCredentials,
  knownRegistries,
} from '../../../client/src/registry/credentials.ts';

/** A person's home folder with Docker's configuration and a folder for helpers, and the look-up over them. */
class Home implements AsyncDisposable {
  readonly path: string;
  readonly config: string;
  readonly find: FindCredentials;

  constructor(path: string) {
    this.path = path;
    this.config = join(path, '.docker', 'config.json');
    this.find = createFindCredentials({ home: path, env: { PATH: `${join(path, 'bin')}:/usr/bin:/bin` } });
  }

  configure(config: unknown): Promise<void> {
    return writeFile(this.config, typeof config === 'string' ? config : JSON.stringify(config));
  }

  /** A helper that writes down what it was asked and then runs `body`. */
  async helper(name: string, body: string): Promise<void> {
    const path = join(this.path, 'bin', `docker-credential-${name}`);
    await writeFile(path, `#!/bin/sh\nread server\necho "$1 $server" >>"${this.path}/asked"\n${body}\n`);
    await chmod(path, 0o755);
  }

  asked(): Promise<string> {
    return readFile(join(this.path, 'asked'), 'utf8').catch(() => '');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

const test = unextended.extend<{ home: Home }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads a fixture's needs from its parameter's pattern
  home: async ({}, use) => {
    const path = await mkdtemp(join(tmpdir(), 'gantry-credentials-'));
    await Promise.all(['.docker', 'bin'].map((name) => mkdir(join(path, name))));
    await using home = new Home(path);
    await use(home);
  },
});

const auth = (text: string): { auth: string } => ({ auth: Buffer.from(text).toString('base64') });
const answering = (username: string, secret: string): string =>
  `echo '${JSON.stringify({ ServerURL: 'x', Username: username, Secret: secret })}'`;

describe('auths', () => {
  test('no configuration is no credentials and no problem', async ({ home }) => {
    expect(await home.find('ghcr.io')).toEqual({ source: home.config });
  });

  test('DOCKER_CONFIG moves the configuration', async ({ home }) => {
    await mkdir(join(home.path, 'elsewhere'));
    await writeFile(join(home.path, 'elsewhere', 'config.json'), JSON.stringify({ auths: { h: auth('u:p') } }));
    const find = createFindCredentials({ home: home.path, env: { DOCKER_CONFIG: join(home.path, 'elsewhere') } });
    expect((await find('h')).credentials).toMatchObject({ username: 'u', password: 'p' });
  });

  test('the password is all after the first colon', async ({ home }) => {
    await home.configure({ auths: { 'ghcr.io': auth('ada:a:b:') } });
    expect((await home.find('ghcr.io')).credentials).toEqual({
      serverAddress: 'ghcr.io',
      username: 'ada',
      password: 'a:b:',
    });
  });

  test.for(['https://h:5000/v1/', 'http://h:5000', 'h:5000/v2'])(
    'the key %s is the host h:5000',
    async (key, { home }) => {
      await home.configure({ auths: { other: auth('x:y'), [key]: auth('u:p') } });
      expect((await home.find('h:5000')).credentials).toMatchObject({ username: 'u' });
      expect((await home.find('h')).credentials).toBeUndefined();
    },
  );

  test('the exact key wins over one that only normalises to it', async ({ home }) => {
    await home.configure({ auths: { 'https://h': auth('old:p'), h: auth('new:p') } });
    expect((await home.find('h')).credentials).toMatchObject({ username: 'new' });
  });

  test.for(['docker.io', 'index.docker.io'])('%s is the Hub’s long key', async (host, { home }) => {
    await home.configure({ auths: { 'https://index.docker.io/v1/': auth('u:p') } });
    expect((await home.find(host)).credentials).toMatchObject({ username: 'u' });
  });

  test('an identity token goes before a password', async ({ home }) => {
    await home.configure({ auths: { h: { ...auth('u:'), identitytoken: 'tok' } } });
    expect((await home.find('h')).credentials).toEqual({ serverAddress: 'h', identityToken: 'tok' });
  });

  test.for([{}, { auth: '' }, { auth: 'bm9jb2xvbg==' }, { auth: 7 }, 'text', null, []])(
    'an entry without a pair (%j) is no credentials',
    async (entry, { home }) => {
      await home.configure({ auths: { h: entry } });
      expect(await home.find('h')).toEqual({ source: home.config });
    },
  );

  test('broken JSON is told without quoting it', async ({ home }) => {
    await home.configure('{"auths": {"h": {"auth": "c2VjcmV0"');
    const found = await home.find('h');
    expect(found.problem).toMatch(/config\.json is not valid JSON\.$/);
    expect(JSON.stringify(found)).not.toContain('c2Vj');
  });

  test.for(['null', '[]', '"x"', '{"auths": [], "credHelpers": 3, "credsStore": {}}'])(
    'a configuration of another shape (%s) is an empty one',
    async (text, { home }) => {
      await home.configure(text);
      expect((await home.find('h')).problem).toBeUndefined();
    },
  );
});

describe('helpers', () => {
  test('credHelpers goes before credsStore, credsStore before auths', async ({ home }) => {
    await home.helper('own', answering('own', 's'));
    await home.helper('store', answering('store', 's'));
    await home.configure({
      credHelpers: { h: 'own' },
      credsStore: 'store',
      auths: { h: auth('file:p'), g: auth('file:p') },
    });
    expect((await home.find('h')).credentials).toMatchObject({ username: 'own', password: 's' });
    expect((await home.find('g')).credentials).toMatchObject({ username: 'store' });
    expect(await home.asked()).toBe('get h\nget g\n');
  });

  test('an empty helper means the file', async ({ home }) => {
    await home.configure({ credHelpers: { h: '' }, credsStore: 'missing', auths: { h: auth('file:p') } });
    expect((await home.find('h')).credentials).toMatchObject({ username: 'file' });
  });

  test('the Hub is asked for by its long key', async ({ home }) => {
    await home.helper('store', answering('u', 's'));
    await home.configure({ credsStore: 'store' });
    await home.find('docker.io');
    expect(await home.asked()).toBe('get https://index.docker.io/v1/\n');
  });

  test('<token> makes the secret an identity token', async ({ home }) => {
    await home.helper('store', answering('<token>', 'tok'));
    await home.configure({ credsStore: 'store' });
    expect((await home.find('h')).credentials).toEqual({ serverAddress: 'h', identityToken: 'tok' });
  });

  test('a helper that knows nothing is the end of it, as with the CLI', async ({ home }) => {
    await home.helper('store', 'echo "credentials not found in native keychain"; exit 1');
    await home.configure({ credsStore: 'store', auths: { h: auth('file:p') } });
    const found = await home.find('h');
    expect(found).toEqual({ source: `docker-credential-store, named in ${home.config}` });
  });

  test('a missing helper is told', async ({ home }) => {
    await home.configure({ credsStore: 'nowhere' });
    const found = await home.find('h');
    expect(found.credentials).toBeUndefined();
    expect(found.problem).toContain('docker-credential-nowhere is not installed');
  });

  test('a failing helper is told, with its own first line', async ({ home }) => {
    await home.helper('store', 'echo "locked" >&2; echo more >&2; exit 3');
    await home.configure({ credsStore: 'store' });
    expect((await home.find('h')).problem).toBe('docker-credential-store failed (3): locked.');
  });

  test.for(['echo nonsense-with-secret', 'echo "{}"', "echo '[1]'", 'echo null'])(
    'an answer of another shape (%s) is told without quoting it',
    async (body, { home }) => {
      await home.helper('store', body);
      await home.configure({ credsStore: 'store' });
      const found = await home.find('h');
      expect(found.problem).toContain('not what a credential helper gives');
      expect(found.problem).not.toContain('secret');
    },
  );

  test.for(['../evil', 'a/b', 'x; touch y', ''])(
    'the name %j never becomes a path or a shell line',
    async (name, { home }) => {
      await home.configure({ credHelpers: { h: name } });
      const found = await home.find('h');
      expect(found.credentials).toBeUndefined();
      if (name !== '') expect(found.problem).toContain('is not a credential helper’s name');
    },
  );

  test('a helper that does not read its input answers all the same', async ({ home }) => {
    const path = join(home.path, 'bin', 'docker-credential-deaf');
    await writeFile(path, `#!/bin/sh\n${answering('u', 's')}\n`);
    await chmod(path, 0o755);
    await home.configure({ credsStore: 'deaf' });
    expect((await home.find('h')).credentials).toMatchObject({ username: 'u' });
  });

  test('cancel ends a helper that hangs', async ({ home }) => {
    await home.helper('store', 'exec sleep 600');
    await home.configure({ credsStore: 'store' });
    const stop = new AbortController();
    const found = home.find('h', stop.signal);
    await expect.poll(() => home.asked()).not.toBe('');
    stop.abort();
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('the registries that are signed in to, without the Hub and without asking a helper', async ({ home }) => {
  expect(await knownRegistries({ home: home.path, env: {} })).toEqual([]);
  await home.configure({
    credHelpers: { 'r.example:5000': 'gone' },
    credsStore: 'gone',
    auths: { 'https://index.docker.io/v1/': {}, 'ghcr.io': {}, 'https://ghcr.io/v2/': {}, 'docker.io': {} },
  });
  expect(await knownRegistries({ home: home.path, env: {} })).toEqual(['ghcr.io', 'r.example:5000']);
  await home.configure('{');
  expect(await knownRegistries({ home: home.path, env: {} })).toEqual([]);
});
