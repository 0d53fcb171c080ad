import { describe, expect, test } from 'vitest';
import { Anchors } from '../../../../server/src/compose/yaml/anchors.ts';
import { type Mapping, pathTo, type YamlNode } from '../../../../server/src/compose/yaml/node.ts';
import { parseWhole, parseYaml, type YamlTree } from '../../../../server/src/compose/yaml/tree.ts';
import { composeText } from '../../../support/composeText.ts';
import { pick, random } from '../../../support/random.ts';
import { errorsOf, outline } from './outline.ts';
import { brokenFiles, validFiles } from './texts.ts';

const root = (tree: YamlTree): Mapping => tree.documents[0]?.root as Mapping;
function at(tree: YamlTree, ...path: string[]): YamlNode | undefined {
  let node: YamlNode | undefined = root(tree);
  for (const key of path) node = node?.kind === 'mapping' ? node.get(key)?.value : undefined;
  return node;
}

describe('a chunked reading equals a whole one', () => {
  test.each(validFiles)('%s', (_name, text) => {
    const whole = parseWhole(text);
    expect(errorsOf(whole, text)).toEqual([]);
    const chunked = parseYaml(text);
    expect(errorsOf(chunked, text)).toEqual([]);
    expect(outline(chunked)).toBe(outline(whole));
  });

  test('after any edit, with the chunks of the version before', () => {
    const next = random(7);
    const pieces = [
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '#',
      '{',
      '}',
      '[',
      ']',
      '\n  ',
      '\n    x: y',
      '&a ',
      '*a',
      '|',
      '---\n',
      '\t',
      ',',
    ];
    let edits = 0;
    let same = 0;
    let stricter = 0;
    let looser = 0;
    for (const [name, valid] of [...validFiles, ['generated', composeText({ services: 3 })] as const]) {
      for (let round = 0; round < 20; round += 1) {
        let text = valid;
        let tree = parseYaml(text);
        for (let edit = 0; edit < 4; edit += 1) {
          const from = Math.floor(next() * (text.length + 1));
          const to = next() < 0.5 ? from : Math.min(text.length, from + Math.floor(next() * 20));
          text = text.slice(0, from) + (next() < 0.3 ? '' : pick(next, pieces)) + text.slice(to);
          tree = parseYaml(text, tree);
          const fresh = parseYaml(text);
          expect(outline(tree), `${name}: ${JSON.stringify(text)}`).toBe(outline(fresh));
          expect(tree.errors).toEqual(fresh.errors);
          const whole = parseWhole(text);
          edits += 1;
          if (tree.errors.length > 0) {
            // A lone word is a key that is being typed; to YAML it is a scalar.
            const scalar = whole.documents.some((document) => document.root?.kind === 'scalar');
            if (whole.errors.length === 0 && !scalar) stricter += 1;
            continue;
          }
          if (whole.errors.length > 0) {
            looser += 1;
            continue;
          }
          expect(outline(tree), `${name}: ${JSON.stringify(text)}`).toBe(outline(whole));
          same += 1;
        }
      }
    }
    expect(same).toBeGreaterThan(edits / 5);
    // Oddities that the parser lets pass and compose does not: an anchor or a tab before a key in a wrong column.
    expect(stricter).toBeLessThan(edits / 100);
  });
});

test('only the chunk that changed is parsed again', () => {
  const text = composeText({ services: 5 });
  const before = parseYaml(text);
  const after = parseYaml(text.replace('service-2:80', 'x').replace('team/service-2:', 'team/other:'), before);
  const kept = after.chunks.filter((chunk) => before.chunks.includes(chunk));
  expect(after.chunks.length - kept.length).toBe(1);
});

describe('a broken file loses at most the service that is broken', () => {
  test.each(brokenFiles)('%s', (_name, broken, message) => {
    const text = `services:\n  one:\n    image: a\n${broken}  three:\n    image: c\n    ports:\n      - "80"\nvolumes:\n  data:\n`;
    const tree = parseYaml(text);
    expect(errorsOf(tree, text).join('\n')).toContain(message);
    expect(at(tree, 'services', 'one', 'image')).toMatchObject({ text: 'a' });
    expect(at(tree, 'services', 'three', 'image')).toMatchObject({ text: 'c' });
    expect(at(tree, 'services', 'three', 'ports')).toMatchObject({ kind: 'sequence' });
    expect(root(tree).get('volumes')).toBeDefined();
  });
});

describe('values that close on a line that is not indented are read, as compose reads them', () => {
  test.each([
    [
      'a list',
      'services:\n  web:\n    command: [\n      a, # one ]\n      b\n]\n  db:\n    image: b\n',
      ['services', 'web', 'command'],
    ],
    ['a list in column 0', 'x-a: [\n1,\n2\n]\nservices:\n  db:\n    image: b\n', ['x-a']],
    ['a mapping', 'services: {\ndb: {image: b},\nweb: {image: a}\n}\n', ['services', 'web']],
    ['a text', 'services:\n  web:\n    command: "a\n  b: c"\n  db:\n    image: b\n', ['services', 'web', 'command']],
    ['two of them', 'x-a: [\n1\n]\nx-b: {\na: b\n}\nservices:\n  db:\n    image: b\n', ['x-b', 'a']],
  ])('%s', (_name, text, path) => {
    const tree = parseYaml(text);
    expect(errorsOf(tree, text)).toEqual([]);
    expect(at(tree, ...path)).toBeDefined();
    expect(at(tree, 'services', 'db', 'image')).toMatchObject({ text: 'b', start: text.indexOf('image: b') + 7 });
  });

  test('what does not close is an error where it opens', () => {
    const text = 'services:\n  web:\n    command: [a\n  db:\n    image: "b\n  two:\n    image: "c"\n';
    expect(errorsOf(parseYaml(text), text).map((error) => error.split(':')[0])).toEqual(['[a', '"b']);
  });
});

test('a word that is being typed between keys is a key without a value', () => {
  const text = 'services:\n  web:\n    image: a\n    po\n    ports:\n      - "80"\n    res\n';
  const tree = parseYaml(text);
  const web = at(tree, 'services', 'web') as Mapping;
  expect(web.entries.map(({ key, complete }) => [key.text, complete])).toEqual([
    ['image', true],
    ['po', false],
    ['ports', true],
    ['res', false],
  ]);
  expect(errorsOf(tree, text).map((error) => error.split(':')[0])).toEqual(['po', 'res']);
});

test('scalars mean what they mean to compose', () => {
  const value = (text: string): unknown => at(parseYaml(`a: ${text}\n`), 'a');
  expect(value('0440')).toMatchObject({ value: 288, type: 'integer' });
  expect(value('0o440')).toMatchObject({ value: 288 });
  expect(value('"0440"')).toMatchObject({ value: '0440', type: 'string' });
  expect(value('1_000')).toMatchObject({ value: 1000 });
  expect(value('yes')).toMatchObject({ value: 'yes' });
  expect(value('True')).toMatchObject({ value: true });
  expect(value('~')).toMatchObject({ value: null });
  expect(value('')).toMatchObject({ value: null, style: 'missing' });
  expect(value('0.5')).toMatchObject({ value: 0.5, type: 'number' });
  expect(value('1.2.3')).toMatchObject({ value: '1.2.3' });
  expect(value('22:22')).toMatchObject({ value: '22:22', type: 'string' });
  expect(value('!!str 12')).toMatchObject({ value: '12', type: 'string' });
  expect(value('-1')).toMatchObject({ value: -1 });
});

test('anchors, aliases and merges are resolved by us', () => {
  const text = 'a: &x\n  k: 1\n  l: 2\nb: &x {k: 3}\nc:\n  <<: *x\n  l: 4\nd:\n  <<: [*x, {m: 5, k: 6}]\ne: *y\n';
  const tree = parseYaml(text);
  const [document] = tree.documents;
  const anchors = new Anchors(document!);
  const entries = (key: string): unknown =>
    [...anchors.entries(at(tree, key) as Mapping)].map(([name, { entry, via }]) => [
      name,
      (entry.value as { value?: unknown }).value,
      via?.name,
    ]);
  expect(entries('c')).toEqual([
    ['l', 4, undefined],
    ['k', 3, 'x'],
  ]);
  expect(entries('d')).toEqual([
    ['k', 3, 'x'],
    ['m', 5, undefined],
  ]);
  expect(anchors.resolve(at(tree, 'e')!)).toBeUndefined();
});

test('a path leads to a node', () => {
  const tree = parseYaml('services:\n  web:\n    ports:\n      - "80"\n      - target: 90\n');
  const ports = at(tree, 'services', 'web', 'ports');
  expect(ports?.kind === 'sequence' && pathTo(ports.items[1]!)).toEqual(['services', 'web', 'ports', 1]);
});

test('depth and length are survived', () => {
  for (const text of [
    '['.repeat(20_000),
    `a: ${'{b: '.repeat(5000)}`,
    '- '.repeat(5000),
    `a: "${'x'.repeat(1_000_000)}"`,
  ]) {
    const tree = parseYaml(text);
    expect(tree.documents.length).toBeGreaterThan(0);
  }
});
