import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { CompletionTools } from '../../../../server/src/compose/completion/scene.ts';
import type { Files, Images } from '../../../../server/src/language.ts';
import { languages } from '../../../../server/src/languages.ts';
import { LinkedDockerfiles } from '../../../../server/src/workspace/dockerfiles.ts';
import { folder } from '../navigation/folder.ts';
import { choose, itemsAt, labelsAt } from './at.ts';

const texts: Readonly<Record<string, string>> = {
  '/project/web/Dockerfile': 'ARG VERSION=1\nFROM node:$VERSION AS build\nARG MODE\nFROM build AS final\n',
  '/project/base/compose.yaml': 'services:\n  base:\n    image: a\n  other: {}\n',
};
const folders: Readonly<Record<string, Awaited<ReturnType<Files['list']>>>> = {
  '/project': [
    { name: 'web', kind: 'folder' },
    { name: '.git', kind: 'folder' },
    { name: '.env', kind: 'file' },
    { name: 'prod.env', kind: 'file' },
    { name: 'a b.txt', kind: 'file' },
  ],
  '/project/web': [
    { name: 'src', kind: 'folder' },
    { name: 'dev.Dockerfile', kind: 'file' },
    { name: 'package.json', kind: 'file' },
  ],
};
const readText = (path: string): Promise<string | undefined> => Promise.resolve(texts[path]);
const files: Files = {
  kind: () => Promise.resolve(undefined),
  list: (path) => Promise.resolve(folders[path] ?? []),
};
const [docker] = languages({ client: {}, log: () => {} });
const tools: Partial<CompletionTools> = {
  files,
  readText,
  suggestCommand: 'again',
  ...(docker && { dockerfiles: new LinkedDockerfiles(docker, readText) }),
};
const service = (rest: string): string => `services:\n  web:\n    ${rest}\n    init: true\n`;

describe('files', () => {
  test.each([
    ['build: |', ['.', 'web/']],
    ['build: web/|', ['web/src/']],
    ['env_file: |', ['.env', 'prod.env', 'web/']],
    ['env_file: [prod|]', ['prod.env']],
    ['label_file: ./w|', ['./web/']],
    ['build: {context: web, dockerfile: |}', ['dev.Dockerfile', 'package.json']],
    ['volumes: [|]', ['./web/', './.env']],
    ['volumes: ["./web/s|:/app"]', ['./web/src/']],
    ['develop: {watch: [{path: w|}]}', ['web/']],
  ])('%s', async (rest, expected) => {
    expect(await labelsAt(service(rest), tools)).toEqual(expect.arrayContaining(expected));
  });

  test('what is probably meant comes first, what is not comes not at all', async () => {
    const labels = await labelsAt(service('env_file: |'), tools);
    expect(labels.slice(0, 2)).toEqual(['.env', 'prod.env']);
    expect(labels).not.toContain('.git/');
    expect(await labelsAt(service('build: |'), tools)).not.toContain('prod.env');
  });

  test('a folder goes on, a mount gets its target, what stands behind the cursor stays', async () => {
    const web = (await itemsAt(service('env_file: |'), tools)).find(({ label }) => label === 'web/');
    expect(web?.command).toEqual({ title: 'Go on', command: 'again' });
    expect(await choose(service('env_file: |'), 'a b.txt', tools)).toBe(service('env_file: a b.txt'));
    expect(await choose(service('volumes: [|]'), './web/', tools)).toBe(service('volumes: [./web:${1:/data}]'));
    expect(await choose(service('volumes: ["./w|:/app"]'), './web/', tools)).toBe(service('volumes: ["./web/:/app"]'));
  });

  test('nothing without a disk', async () => {
    expect(await labelsAt(service('build: web/|'))).not.toContain('web/src/');
  });
});

describe('Dockerfiles', () => {
  test.each([
    ['build: {context: web, target: |}', ['build', 'final']],
    ['build:\n      context: ./web\n      args:\n        |', ['VERSION', 'MODE']],
    ['build:\n      context: ./web\n      args:\n        - |', ['VERSION', 'MODE']],
    ['build:\n      context: web\n      no_cache_filter: [|]', ['build', 'final']],
  ])('%s', async (rest, expected) => {
    expect(await labelsAt(service(rest), tools)).toEqual(expect.arrayContaining(expected));
  });

  test('an argument says what it is otherwise', async () => {
    const items = await itemsAt(service('build:\n      context: ./web\n      args:\n        |'), tools);
    expect(items.find(({ label }) => label === 'VERSION')?.detail).toBe('of the Dockerfile, 1');
    expect(await choose(service('build: {context: web, args: [|]}'), 'MODE', tools)).toContain('args: [MODE=$0]');
  });
});

describe('the engine and registries', () => {
  const images: Images = {
    list: () => Promise.resolve([{ reference: 'acme/app:2', size: 12_000_000, created: '2026-01-01' }]),
    describe: (reference) =>
      Promise.resolve(
        reference === 'acme/app:2' ? ({ ports: ['8000/tcp', '53/udp'], env: ['MODE', 'PATH'] } as never) : undefined,
      ),
    inUse: () => Promise.resolve(undefined),
    tags: (repository) => Promise.resolve(repository === 'ghcr.io:443/a/b' ? ['1.2', 'latest'] : []),
  };
  const engine = { ...tools, images };

  test('local images come first', async () => {
    const [first] = await itemsAt(service('image: |'), engine);
    expect(first).toMatchObject({ label: 'acme/app:2', detail: 'local, 12 MB' });
  });

  test('tags after a colon', async () => {
    expect(await labelsAt(service('image: ghcr.io:443/a/b:|'), engine)).toEqual(
      expect.arrayContaining(['ghcr.io:443/a/b:1.2', 'ghcr.io:443/a/b:latest']),
    );
    const fetch = (await itemsAt(service('image: a/c:|'), engine)).find(({ label }) => label.startsWith('Fetch'));
    expect(fetch).toMatchObject({ label: 'Fetch tags from docker.io…', command: { arguments: ['a/c'] } });
  });

  test('ports and variables of the image', async () => {
    const image = 'image: acme/app:2\n    ';
    expect((await labelsAt(service(`${image}ports: [|]`), engine)).slice(0, 2)).toEqual(['8000:8000', '53:53/udp']);
    expect(await choose(service(`${image}ports: [|]`), '53:53/udp', engine)).toContain('["${1:53}:53/udp"]');
    expect(await labelsAt(service(`${image}environment:\n      |`), engine)).toContain('MODE');
  });
});

test('variables of `.env` with their values, before those of the file and the environment', async () => {
  const { language, document, position } = folder(
    {
      'compose.yaml': 'services:\n  web:\n    user: ${|}\n    hostname: $OTHER\n',
      '.env': 'TAG=1\nexport NAME="a"\n# NO=1\nTOKEN=hunter2\n',
    },
    { env: { HOME: '/home/me' } },
  );
  const request = { token: { isCancellationRequested: false }, context: () => Promise.reject(new Error('not wanted')) };
  const items = ((await language.provideCompletion?.(document, position, request)) ?? []) as CompletionItem[];
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ['TAG', '1, .env'],
    ['NAME', 'a, .env'],
    ['TOKEN', '.env'],
    ['OTHER', 'used in this file'],
    ['HOME', 'environment'],
  ]);
});

test('services of another file to extend', async () => {
  const text = service('extends: {file: base/compose.yaml, service: |}');
  expect(await labelsAt(text, tools)).toEqual(['base', 'other']);
});

test('what a well-known image wants', async () => {
  const image = 'image: postgres:17\n    ';
  expect(await choose(service(`${image}healthcheck:\n      |`), 'test for postgres')).toContain(
    'test: ["CMD-SHELL", "pg_isready -U \\$\\${POSTGRES_USER:-postgres\\}"]',
  );
  expect(await choose(service(`${image}volumes: [|]`).concat('volumes: {data: }\n'), 'data:')).toContain(
    'data:${1:/var/lib/postgresql/data}',
  );
});

test('labels with the value that they usually have', async () => {
  expect(await choose(service('labels:\n      |'), 'traefik.enable')).toContain('traefik.enable: "true"');
  expect(await choose(service('labels:\n      - |'), 'traefik.enable')).toContain('- traefik.enable=true');
});

test('a number gets a unit', async () => {
  expect(await labelsAt(service('stop_grace_period: 45|'))).toEqual(expect.arrayContaining(['45s', '45m', '45ms']));
  expect(await labelsAt(service('mem_limit: 3|'))).toEqual(expect.arrayContaining(['3g', '3m']));
});
