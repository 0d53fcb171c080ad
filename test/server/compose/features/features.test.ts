import type { DocumentSymbol, Location } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { provideFolding } from '../../../../server/src/compose/features/folding.ts';
import { provideHighlights } from '../../../../server/src/compose/features/highlight.ts';
import { provideLinks } from '../../../../server/src/compose/features/links.ts';
import { provideSymbols } from '../../../../server/src/compose/features/symbols.ts';
import type { Files } from '../../../../server/src/language.ts';
import { withNotes, withoutNotes } from '../../../support/annotated.ts';
import { language, open } from '../open.ts';
import { cursorIn } from './at.ts';

const project = `name: shop
x-common: &common
  restart: always
services:
  web:
    <<: *common
    image: nginx:\${TAG:-1}
    depends_on:
      db:
        condition: service_healthy
    volumes:
      - data:/data
    network_mode: service:db
  db:
    image: postgres
volumes:
  data:
`;

async function hoverAt(marked: string): Promise<{ value: string; word: string } | undefined> {
  const { document, position } = cursorIn(marked);
  const hover = await language().provideHover?.(document, position);
  if (!hover) return undefined;
  const { value } = hover.contents as { value: string };
  return { value, word: hover.range ? document.text.getText(hover.range) : '' };
}
const markBefore = (word: string): string => project.replace(word, `|${word}`);

describe('hover', () => {
  test.each([
    [
      'a key',
      'image: nginx',
      'image',
      ['`image`: text', 'Reference](https://docs.docker.com/reference/compose-file/services/#image)'],
    ],
    ['a key with words', 'condition', 'condition', ['`service_healthy`', 'Wait'.toLowerCase()]],
    ['a section', 'volumes:\n  data', 'volumes', ['a mapping', 'compose-file/volumes/']],
    ['a name', 'web:', 'web', ['`web`: service']],
    ['a reference', 'db:\n        cond', 'db', ['`db`: service', 'image: postgres']],
    ['a variable', 'TAG', '${TAG:-1}', ['Variable `TAG`', 'or `1` when it is unset or empty']],
    ['an alias', '*common', '*common', ['restart: always']],
    ['a merge', '<<', '<<', ['copies the keys']],
    ['a service behind a prefix', 'service:db', 'db', ['image: postgres']],
  ])('%s', async (_name, before, word, parts) => {
    const marked = before === 'service:db' ? project.replace('service:db', 'service:d|b') : markBefore(before);
    const hover = await hoverAt(marked);
    expect(hover?.word).toBe(word);
    for (const part of parts) expect(hover?.value.toLowerCase()).toContain(part.toLowerCase());
  });

  test('a value says what it means', async () => {
    expect(await hoverAt('services:\n  web:\n    restart: unless|-stopped\n')).toEqual({
      value: '`unless-stopped`: Always, until it is stopped or removed.',
      word: 'unless-stopped',
    });
  });
  test('since which version', async () => {
    expect((await hoverAt('services:\n  web:\n    gp|us: all\n'))?.value).toContain('Docker Compose 2.30.0 and later');
  });
  test('text of the file stays text', async () => {
    const value = (await hoverAt('services:\n  web:\n    depends_on: [d|b]\n  db:\n    command: "```"\n'))?.value;
    expect(value).toMatch(/^````yaml\n/);
  });
  test.each([
    'services:\n  web:\n    # ima|ge\n    image: a\n',
    'x-a:\n  b|: c\n',
    '|',
    'services:\n  web:\n    image: a\n\n|',
  ])('nothing in %j', async (marked) => {
    expect(await hoverAt(marked)).toBeUndefined();
  });
});

describe('definition and highlights', () => {
  test.each([
    ['a service', 'services:\n  web:\n    depends_on: [d|b]\n  db:\n  ^^ definition\n    image: a\n', 2],
    ['a volume', 'services:\n  web:\n    volumes:\n      - da|ta:/data\nvolumes:\n  data:\n  ^^^^ definition\n', 2],
    [
      'a secret in its long form',
      'services:\n  web:\n    secrets:\n      - source: to|ken\nsecrets:\n  token:\n  ^^^^^ definition\n    file: a\n',
      2,
    ],
    [
      'a network as a key',
      'services:\n  web:\n    networks:\n      fr|ont:\nnetworks:\n  front:\n  ^^^^^ definition\n',
      2,
    ],
    [
      'a service to extend',
      'services:\n  web:\n    extends:\n      service: ba|se\n  base:\n  ^^^^ definition\n    image: a\n',
      2,
    ],
    ['an anchor', 'x-a: &name {b: c}\n      ^^^^ definition\nservices:\n  web: *na|me\n  db: *name\n', 3],
    ['the definition itself', 'services:\n  web:\n    depends_on: [db]\n  d|b:\n  ^^ definition\n    image: a\n', 2],
  ])('%s', async (_name, annotated, places) => {
    const { document, position } = cursorIn(withoutNotes(annotated));
    const definitions = (await language().provideDefinition?.(document, position)) as Location[];
    const shown = withNotes(
      document.content,
      definitions.map(({ range }) => ({ range, message: 'definition' })),
    );
    expect(shown).toBe(annotated.replace('|', ''));
    expect(provideHighlights(document, position)).toHaveLength(places);
  });

  test('variables are highlighted, and have no definition here', async () => {
    const { document, position } = cursorIn(
      'services:\n  web:\n    image: a:${T|AG}\n    user: $TAG\n    labels: ["${X:-$TAG}"]\n',
    );
    expect(provideHighlights(document, position).map(({ range }) => document.text.getText(range))).toEqual([
      'TAG',
      'TAG',
      'TAG',
    ]);
    expect(await language().provideDefinition?.(document, position)).toBeNull();
  });
});

test('the outline', () => {
  const lines = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${'  '.repeat(depth)}${name} ${detail ?? ''}`.trimEnd(),
      ...lines(children, depth + 1),
    ]);
  expect(lines(provideSymbols(open(project)))).toEqual([
    'name shop',
    'x-common',
    '  restart always',
    'services',
    '  web nginx:${TAG:-1}',
    '    << *common',
    '    image nginx:${TAG:-1}',
    '    depends_on db',
    '      db condition',
    '        condition service_healthy',
    '    volumes data:/data',
    '    network_mode service:db',
    '  db postgres',
    '    image postgres',
    'volumes',
    '  data',
  ]);
  expect(lines(provideSymbols(open('services:\n  web:\n    build: {context: ./web}\n')))[1]).toBe('  web build ./web');
});

test('folding', () => {
  const text =
    '# one\n# two\nservices:\n  web:\n    image: a\n    command:\n      - a\n      - b: c\n        d: e\n    # not\nconfigs:\n  c:\n    content: |\n      x\n      y\n';
  expect(provideFolding(open(text)).map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [0, 1, 'comment'],
    [2, 8, undefined],
    [3, 8, undefined],
    [5, 8, undefined],
    [7, 8, undefined],
    [10, 14, undefined],
    [11, 14, undefined],
    [12, 14, undefined],
  ]);
});

test('regions fold', () => {
  const text = '# region a\nservices: {}\n# region b\n# c\n# d\n#endregion\n# endregion\n# endregion\n';
  expect(provideFolding(open(text)).map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [0, 6, 'region'],
    [2, 5, 'region'],
    [3, 4, 'comment'],
  ]);
});

describe('links', () => {
  test('to files, from the folder of the compose file', async () => {
    const text = `include: [../base/compose.yaml]
services:
  web:
    build:
      context: ./web app
      dockerfile: dev.Dockerfile
    image: built
    env_file:
      - .env
      - path: "\${X}.env"
  db:
    image: postgres:17
    build_: {}
secrets:
  token:
    file: ./a#b.txt
`;
    const document = open(text, 'file:///home/me/project/compose.yaml');
    expect((await provideLinks(document)).map(({ range, target }) => [document.text.getText(range), target])).toEqual([
      ['../base/compose.yaml', 'file:///home/me/base/compose.yaml'],
      ['dev.Dockerfile', 'file:///home/me/project/web%20app/dev.Dockerfile'],
      ['.env', 'file:///home/me/project/.env'],
      ['postgres:17', 'https://hub.docker.com/_/postgres'],
      ['./a#b.txt', 'file:///home/me/project/a%23b.txt'],
    ]);
    expect((await provideLinks(open(text, 'untitled:Untitled-1'))).map(({ target }) => target)).toEqual([
      'https://hub.docker.com/_/postgres',
    ]);
  });

  test('to the Dockerfile of a context and to files that are mounted, where they are there', async () => {
    const text = `services:
  web:
    build: ./web
    volumes: ["./nginx.conf:/etc/nginx.conf:ro", "./data:/data", "named:/a"]
  api:
    build: {context: api}
  old:
    build: {context: api, dockerfile: other}
`;
    const there = new Set(['/project/web/Dockerfile', '/project/api/Dockerfile', '/project/nginx.conf']);
    const files: Files = {
      kind: (path) => Promise.resolve(there.has(path) ? 'file' : 'folder'),
      list: () => Promise.resolve([]),
    };
    const document = open(text);
    const links = await provideLinks(document, { files });
    expect(links.map(({ range, target }) => [document.text.getText(range), target])).toEqual([
      ['other', 'file:///project/api/other'],
      ['./web', 'file:///project/web/Dockerfile'],
      ['./nginx.conf', 'file:///project/nginx.conf'],
      ['api', 'file:///project/api/Dockerfile'],
    ]);
  });
});
