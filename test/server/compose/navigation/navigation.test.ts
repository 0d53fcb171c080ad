import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { folder, type Folder } from './folder.ts';

async function definitions({ language, document, position, shown }: Folder): Promise<string[]> {
  return shown(((await language.provideDefinition?.(document, position)) ?? []) as Location[]);
}
async function references(
  { language, document, position, shown }: Folder,
  includeDeclaration = true,
): Promise<string[]> {
  return shown((await language.provideReferences?.(document, position, { includeDeclaration })) ?? []);
}
async function renamed({ language, document, position, edited }: Folder, newName: string): Promise<unknown> {
  const answer = await language.provideRename?.(document, position, newName);
  return answer && 'changes' in answer ? edited(answer.changes ?? {}) : answer;
}

const shop = {
  'compose.yaml': `include: [more/compose.job.yaml]
services:
  web:
    image: a:\${TAG:-1}
    depends_on: [db]
    build: {context: web, target: final, args: {MODE: b}}
    profiles: [dev]
  "db":
    image: b
    volumes: ["data:/data"]
volumes:
  data:
`,
  'compose.override.yaml': `services:
  web:
    depends_on:
      db: {condition: service_healthy}
    profiles: [dev]
  other:
    extends: {file: base.yaml, service: db}
    network_mode: service:db
`,
  'more/compose.job.yaml': 'services:\n  job:\n    depends_on: [db]\n    image: "$TAG"\n',
  'base.yaml': 'services:\n  db:\n    image: c\n  more:\n    extends: {service: db}\n',
  '.env': '# one\nTAG=2\nexport TAG="3"\n',
  'web/Dockerfile': 'FROM x AS final\nARG MODE\nRUN echo $MODE\n',
};
/** The shop with the cursor in a file, before some text. */
function at(path: keyof typeof shop, before: string): Folder {
  expect(shop[path]).toContain(before);
  return folder({ ...shop, [path]: shop[path].replace(before, `|${before}`) });
}

describe('services and volumes, through all files that are merged and included', () => {
  test('definitions', async () => {
    expect(await definitions(at('compose.override.yaml', 'db: {cond'))).toEqual(['compose.yaml:8 "db"']);
    expect(await definitions(at('more/compose.job.yaml', 'db]'))).toEqual(['compose.yaml:8 "db"']);
    expect(await definitions(at('compose.yaml', 'web:'))).toEqual([
      'compose.yaml:3 web',
      'compose.override.yaml:2 web',
    ]);
    expect(await definitions(at('compose.yaml', 'data:/'))).toEqual(['compose.yaml:12 data']);
  });

  test('references', async () => {
    const all = [
      'compose.yaml:8 db',
      'compose.yaml:5 db',
      'compose.override.yaml:4 db',
      'compose.override.yaml:8 db',
      'more/compose.job.yaml:3 db',
    ];
    expect((await references(at('compose.yaml', 'db]'))).sort()).toEqual(all.sort());
    expect(await references(at('compose.yaml', 'data:/'), false)).toEqual(['compose.yaml:10 data']);
  });

  test('rename', async () => {
    expect(await renamed(at('more/compose.job.yaml', 'db]'), 'store')).toEqual({
      'compose.yaml': shop['compose.yaml'].replace('[db]', '[store]').replace('"db"', '"store"'),
      'compose.override.yaml': shop['compose.override.yaml']
        .replace('db: {', 'store: {')
        .replace('service:db', 'service:store'),
      'more/compose.job.yaml': shop['more/compose.job.yaml'].replace('[db]', '[store]'),
    });
  });

  test('what cannot be', async () => {
    expect(await renamed(at('compose.yaml', 'db]'), 'web')).toEqual({
      refused: 'There is `web` in `services` already.',
    });
    expect(await renamed(at('compose.yaml', 'db]'), 'a b')).toMatchObject({
      refused: expect.stringContaining('letters') as unknown,
    });
  });
});

describe('what is extended from another file has names of its own', () => {
  test('from where it is used', async () => {
    const there = at('compose.override.yaml', 'db}');
    expect(await definitions(there)).toEqual(['base.yaml:2 db']);
    expect((await references(there)).sort()).toEqual([
      'base.yaml:2 db',
      'base.yaml:5 db',
      'compose.override.yaml:7 db',
    ]);
    expect(await renamed(there, 'core')).toEqual({
      'base.yaml': shop['base.yaml'].replaceAll('db', 'core'),
      'compose.override.yaml': shop['compose.override.yaml'].replace('service: db}', 'service: core}'),
    });
  });
});

describe('variables', () => {
  test('lead into the env file, the line that counts', async () => {
    expect(await definitions(at('more/compose.job.yaml', 'TAG'))).toEqual(['.env:3 TAG']);
    expect(await references(at('more/compose.job.yaml', 'TAG'))).toEqual([
      '.env:2 TAG',
      '.env:3 TAG',
      'compose.yaml:4 TAG',
      'more/compose.job.yaml:4 TAG',
    ]);
  });

  test('are renamed there, too', async () => {
    expect(await renamed(at('compose.yaml', 'TAG'), 'VERSION')).toEqual({
      '.env': '# one\nVERSION=2\nexport VERSION="3"\n',
      'compose.yaml': shop['compose.yaml'].replace('TAG', 'VERSION'),
      'more/compose.job.yaml': shop['more/compose.job.yaml'].replace('TAG', 'VERSION'),
    });
  });

  test('not where the environment sets them', async () => {
    const marked = { ...shop, 'compose.yaml': shop['compose.yaml'].replace('TAG', '|TAG') };
    const set = folder(marked, { env: { TAG: '5' } });
    const refused = { refused: 'TAG comes from the environment, where it cannot be renamed.' };
    expect(await renamed(set, 'X')).toEqual(refused);
    expect(await set.language.prepareRename?.(set.document, set.position)).toEqual(refused);
    expect(await definitions(set)).toEqual([]);
  });
});

describe('stages and arguments', () => {
  test('lead into the Dockerfile', async () => {
    expect(await definitions(at('compose.yaml', 'final'))).toEqual(['web/Dockerfile:1 final']);
    expect(await definitions(at('compose.yaml', 'MODE'))).toEqual(['web/Dockerfile:2 MODE']);
    expect(await references(at('compose.yaml', 'MODE'))).toEqual([
      'web/Dockerfile:2 MODE',
      'web/Dockerfile:3 MODE',
      'compose.yaml:6 MODE',
    ]);
  });

  test('are renamed there, too', async () => {
    expect(await renamed(at('compose.yaml', 'final'), 'last')).toEqual({
      'web/Dockerfile': shop['web/Dockerfile'].replace('final', 'last'),
      'compose.yaml': shop['compose.yaml'].replace('final', 'last'),
    });
  });
});

test('profiles', async () => {
  expect(await references(at('compose.yaml', 'dev'))).toEqual(['compose.yaml:7 dev', 'compose.override.yaml:5 dev']);
  expect(await renamed(at('compose.override.yaml', 'dev'), 'debug')).toEqual({
    'compose.yaml': shop['compose.yaml'].replace('dev', 'debug'),
    'compose.override.yaml': shop['compose.override.yaml'].replace('dev', 'debug'),
  });
});

test('anchors, in their file', async () => {
  const text = 'x-a: &a {}\nservices:\n  web: *|a\n  db: *a\n';
  expect(await renamed(folder({ 'compose.yaml': text }), 'b')).toEqual({
    'compose.yaml': 'x-a: &b {}\nservices:\n  web: *b\n  db: *b\n',
  });
  expect(await renamed(folder({ 'compose.yaml': text }), 'b c')).toMatchObject({
    refused: expect.any(String) as unknown,
  });
});

test('the word that is renamed is the name alone', async () => {
  for (const [path, before, word] of [
    ['compose.yaml', 'db"', 'db'],
    ['compose.yaml', 'TAG', 'TAG'],
    ['compose.override.yaml', 'service:db', undefined],
    ['compose.yaml', 'image', undefined],
  ] as const) {
    const { language, document, position } = at(path, before);
    const range = await language.prepareRename?.(document, position);
    expect(range && 'start' in range ? document.text.getText(range) : undefined, before).toBe(word);
  }
});
