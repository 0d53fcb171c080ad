import { describe, expect, test } from 'vitest';
import { choose, itemsAt, labelsAt } from './at.ts';
import { brokenElsewhere, contexts, typing, withSiblings } from './contexts.ts';

describe('every context is completed', () => {
  test.each(contexts)('%s', async (_name, marked, expected) => {
    expect(await labelsAt(marked)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('also in a file that is broken elsewhere', () => {
  describe.each(brokenElsewhere)('%s', (_kind, broken) => {
    test.each(contexts.filter(([, marked]) => !marked.startsWith('|')))('%s', async (_name, marked, expected) => {
      expect(await labelsAt(`${broken}${marked}`)).toEqual(expect.arrayContaining([...expected]));
    });
  });
});

describe('also half-typed, with siblings after it', () => {
  test.each(contexts)('%s', async (_name, marked, expected) => {
    const siblings = withSiblings(marked);
    expect(await labelsAt(siblings)).toEqual(expect.arrayContaining([...expected]));
    for (const word of expected) expect(await labelsAt(typing(siblings, word)), word).toContain(word);
  });
});

describe('also with CRLF', () => {
  test.each(contexts)('%s', async (_name, marked, expected) => {
    expect(await labelsAt(marked.replaceAll('\n', '\r\n'))).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('half-typed, between what is there already', () => {
  test.each([
    ['a key between keys', 'services:\n  web:\n    image: a\n    po|\n    restart: always\n', 'ports'],
    ['a key before keys', 'services:\n  web:\n    po|\n    image: a\n', 'ports'],
    ['a key after a list', 'services:\n  web:\n    ports:\n      - "80"\n    ima|\n', 'image'],
    ['a key before another service', 'services:\n  web:\n    ima|\n  db:\n    image: a\n', 'image'],
    [
      'a key inside a list item',
      'services:\n  web:\n    volumes:\n      - type: bind\n        so|\n        target: /a\n',
      'source',
    ],
    ['a key in braces', 'services:\n  web: { image: a, po| }\n', 'ports'],
    ['a key in open braces', 'services:\n  web: { image: a, po|\n  db:\n    image: b\n', 'ports'],
    ['a key of the root', 'services:\n  web:\n    image: a\nvol|\nnetworks:\n  a:\n', 'volumes'],
    [
      'a value',
      'services:\n  web:\n    depends_on:\n      db:\n        condition: service_h|\n  db:\n    image: a\n',
      'service_healthy',
    ],
    ['an item', 'services:\n  web:\n    depends_on:\n      - d|\n    image: a\n  db:\n    image: b\n', 'db'],
    [
      'an item without its dash',
      'services:\n  web:\n    depends_on:\n      - cache\n      d|\n    image: a\n  db:\n    image: b\n  cache:\n',
      'db',
    ],
    ['an item in brackets', 'services:\n  web:\n    depends_on: [cache, d|]\n  db:\n    image: b\n  cache:\n', 'db'],
    ['a key whose colon is there', 'services:\n  web:\n    ima|: nginx\n', 'image'],
    ['a key in the middle', 'services:\n  web:\n    im|ge: nginx\n', 'image'],
    ['a key in an indented file', '\n    services:\n        web:\n            ima|\n', 'image'],
    ['a key under an anchor', 'x-a: &a\n  ima|\nservices:\n  web:\n    <<: *a\n', 'image'],
    ['a key after a line with a tab', 'services:\n  web:\n    image: a\n\tbuild: .\n    po|\n', 'ports'],
    ['a key in the second document', 'services:\n  web:\n    image: a\n---\nservices:\n  web:\n    po|\n', 'ports'],
  ])('%s', async (_name, marked, label) => {
    expect(await labelsAt(marked)).toContain(label);
  });
});

describe('nothing where nothing can stand', () => {
  test.each([
    ['a comment', 'services:\n  web:\n    # ima|\n    image: a\n'],
    ['a comment after a value', 'services:\n  web:\n    image: a # ima|\n'],
    ['a block text', 'configs:\n  a:\n    content: ¦\n      ima|\n'],
    ['a folded value', 'services:\n  web:\n    command: a\n      ima|\n    image: b\n'],
    ['an extension', 'x-a:\n  ima|\n'],
  ])('%s', async (_name, marked) => {
    expect(await labelsAt(marked)).toEqual([]);
  });
});

describe('what is written', () => {
  const service = (rest: string): string => `services:\n  web:\n    ${rest}\n`;
  test.each([
    ['a scalar', service('ima|'), 'image', service('image: $0')],
    ['true or false', service('ini|'), 'init', service('init: ${1|true,false|}')],
    ['words', service('cg|'), 'cgroup', service('cgroup: ${1|host,private|}')],
    ['a list', service('po|'), 'ports', service('ports:\n      - $0')],
    ['a mapping', service('envi|'), 'environment', service('environment:\n      $0')],
    ['required keys', service('ext|'), 'extends', service('extends:\n      service: $1')],
    [
      'required keys of items',
      'services:\n  web:\n    develop:\n      wa|\n',
      'watch',
      'services:\n  web:\n    develop:\n      watch:\n        - path: $1\n          action: ${2|rebuild,sync,restart,sync+restart,sync+exec|}\n',
    ],
    [
      'a name with required keys',
      'services:\n  web:\n    depends_on:\n      d|\n  db:\n',
      'db',
      'services:\n  web:\n    depends_on:\n      db:\n        condition: ${1|service_started,service_healthy,service_completed_successfully|}\n  db:\n',
    ],
    ['in braces', 'services:\n  web: { po| }\n', 'ports', 'services:\n  web: { ports: [$0] }\n'],
    ['only the key where the colon is', service('im|ge: nginx'), 'image', service('image: nginx')],
    [
      'a value in place of the old one',
      service('restart: al|ways'),
      'unless-stopped',
      service('restart: unless-stopped'),
    ],
    ['a word that needs quotes', service('restart: |'), 'no', service('restart: "no"')],
    ['a value in quotes', service('restart: "al|ways"'), 'no', service('restart: "no"')],
    ['a port', service('ports:\n      - |'), 'host:container', service('ports:\n      - "${1:8080}:${2:80}"')],
    [
      'an item under a key',
      service('ports:\n      |'),
      'host:container',
      service('ports:\n      - "${1:8080}:${2:80}"'),
    ],
    [
      'an item beside items',
      service('ports:\n      - "80"\n      |'),
      'host:container',
      service('ports:\n      - "80"\n      - "${1:8080}:${2:80}"'),
    ],
    [
      'a variable',
      service('image: a:${TA|}\n    user: ${TAG}'),
      'TAG',
      service('image: a:${TAG\\}\n    user: ${TAG}').replace('\\}', '\\}'),
    ],
    [
      'in the style of the file: four spaces',
      'services:\n    web:\n        image: a\n        po|\n',
      'ports',
      'services:\n    web:\n        image: a\n        ports:\n            - $0\n',
    ],
    [
      'in the style of the file: lists at their key',
      'services:\n  web:\n    command:\n    - a\n    po|\n',
      'ports',
      'services:\n  web:\n    command:\n    - a\n    ports:\n    - $0\n',
    ],
    [
      'in the style of the file: CRLF',
      'services:\r\n  web:\r\n    po|\r\n',
      'ports',
      'services:\r\n  web:\r\n    ports:\r\n      - $0\r\n',
    ],
    [
      'a required key first',
      service('volumes:\n      - type: bind\n        |'),
      'source',
      service('volumes:\n      - type: bind\n        source: $0'),
    ],
  ])('%s', async (_name, marked, label, expected) => {
    expect(await choose(marked, label)).toBe(expected);
  });
});

test('for a client without snippets there are no tab stops', async () => {
  const service = (rest: string): string => `services:\n  web:\n    ${rest}\n`;
  expect(await choose(service('cg|'), 'cgroup', { client: {} })).toBe(service('cgroup: '));
  expect(await choose(service('po|'), 'ports', { client: {} })).toBe(service('ports:\n      - '));
  expect(await choose(service('ports:\n      - |'), 'host:container', { client: {} })).toBe(
    service('ports:\n      - "8080:80"'),
  );
  expect(await choose(service('user: ${|\n    hostname: ${A}'), 'A', { client: {} })).toBe(
    service('user: ${A}\n    hostname: ${A}'),
  );
});

test('keys that are there are not offered again, required ones come first', async () => {
  const labels = await labelsAt('services:\n  web:\n    image: a\n    volumes:\n      - |\n');
  expect(labels.indexOf('type')).toBeLessThan(labels.indexOf('source'));
  expect(await labelsAt('services:\n  web:\n    image: a\n    |\n')).not.toContain('image');
  expect(await labelsAt('|\n')).not.toContain('version');
  expect(await labelsAt('services:\n  web:\n    depends_on:\n      - db\n      - |\n  db:\n  cache:\n')).toEqual([
    'cache',
  ]);
});

test('an item says what it is', async () => {
  const image = (await itemsAt('services:\n  web:\n    ima|\n')).find(({ label }) => label === 'image');
  expect(image).toMatchObject({ detail: 'text', insertTextFormat: 2, insertTextMode: 1 });
  expect(image?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('image') });
  const gpus = (await itemsAt('services:\n  web:\n    gp|\n')).find(({ label }) => label === 'gpus');
  expect(gpus?.detail).toMatch(/, since 2\.30\.0$/);
  expect(gpus?.documentation).toMatchObject({ value: expect.stringContaining('Docker Compose 2.30.0 and later') });
});
