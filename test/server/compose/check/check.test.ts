import { describe, expect, test } from 'vitest';
import { withNotes, withoutNotes } from '../../../support/annotated.ts';
import { pick, random } from '../../../support/random.ts';
import { editing, ownProblemsOf, problemsOf } from '../open.ts';
import { cases } from './cases.ts';

describe('what is wrong, and exactly where', () => {
  test.each(cases)('%s', async (_name, annotated) => {
    const text = withoutNotes(annotated);
    expect(withNotes(text, await ownProblemsOf(text))).toBe(annotated);
  });
});

test('an override file need not be complete', async () => {
  const text = 'services:\n  web:\n    depends_on:\n      db:\n        required: false\n';
  expect(await ownProblemsOf(text, 'file:///p/compose.override.yaml')).toEqual([]);
  expect(await ownProblemsOf(text, 'file:///p/compose.yaml')).toHaveLength(1);
});

test('a fix makes the problem go away', async () => {
  const fixed = async (text: string): Promise<string> => {
    const [problem] = await ownProblemsOf(text);
    const lines = text.split('\n');
    const starts = lines.map((_, index) => lines.slice(0, index).join('\n').length + (index === 0 ? 0 : 1));
    let result = text;
    for (const { range, newText } of [...(problem?.fix?.edits ?? [])].reverse()) {
      const at = (position: { line: number; character: number }): number => starts[position.line]! + position.character;
      result = result.slice(0, at(range.start)) + newText + result.slice(at(range.end));
    }
    return result;
  };
  expect(await fixed('services:\n  web:\n    imgae: a\n')).toBe('services:\n  web:\n    image: a\n');
  expect(await fixed('name: 12\n')).toBe('name: "12"\n');
  expect(await fixed('services:\n  web:\n    image: a\n    environment:\n      1: a\n')).toContain('"1": a');
  expect(await fixed('services:\n  web:\n    image: a\n    ports: "80"\n')).toContain('ports: ["80"]');
});

describe('ignore comments', () => {
  const wrong = 'services:\n  web:\n    image: a\n    prots: []\n';
  test.each([
    ['at the end of the line', wrong.replace('[]', '[] # gantry ignore=unknown-key')],
    [
      'above the line',
      wrong.replace('    prots', '    # gantry ignore=wrong-type, unknown-key\n    # more\n    prots'),
    ],
    ['for the file', `# gantry global ignore=unknown-key\n${wrong}`],
    [
      'by the name of another tool',
      `# gantry ignore=no-version-field\nversion: "3"\n${wrong.replace('prots', 'ports')}`,
    ],
  ])('%s', async (_name, text) => {
    expect(await ownProblemsOf(text)).toEqual([]);
  });
  test.each([
    ['of another rule', wrong.replace('[]', '[] # gantry ignore=wrong-type')],
    ['inside a text', `${wrong}configs:\n  a:\n    content: |\n      # gantry global ignore=unknown-key\n`],
    ['on another line', `# gantry ignore=unknown-key\n${wrong}`],
  ])('one %s does not cover it', async (_name, text) => {
    expect((await ownProblemsOf(text)).map(({ id }) => id)).toEqual(['unknown-key']);
  });
});

test('what is remembered of the version before is what would be found anew', async () => {
  const next = random(3);
  const texts = cases.map(([, annotated]) => withoutNotes(annotated));
  const starts = [
    texts.find((text) => text.includes('&common'))!,
    texts.find((text) => text.includes('!reset'))!,
    values,
  ];
  const words = [
    'a',
    'imagee: a',
    'image: a',
    '*common',
    '&common',
    '\n  new:\n    <<: *common\n',
    '\n',
    ': ',
    'x',
    'ports: 1',
    'include: [a.yaml]\n',
    'extends: a',
    '&web',
    '',
  ];
  let found = 0;
  for (let round = 0; round < 60; round += 1) {
    const edit = editing();
    let text = starts[round % starts.length]!;
    for (let step = 0; step < 8; step += 1) {
      const from = Math.floor(next() * text.length);
      text = text.slice(0, from) + pick(next, words) + text.slice(from + Math.floor(next() * 6));
      const problems = await edit(text);
      expect(problems, JSON.stringify(text)).toEqual(await problemsOf(text));
      found += problems.length;
    }
  }
  expect(found).toBeGreaterThan(500);
});

/** Values of many kinds, wrong ones among them, with keys that depend on each other and on the other sections. */
const values = `x-mount: &mount {type: bind, target: /a}
services:
  web: &web
    image: Nginx:1
    command: a && b
    ports: ["80:99999", {target: 0}]
    volumes:
      - *mount
      - ./a:b:roo
    secrets: [{source: key, mode: 440}]
  api:
    <<: *web
    healthcheck: {test: [curl], interval: 5}
    deploy: {mode: global, replicas: 2}
secrets:
  key:
    file: ./key
volumes:
  data:
    external: true
    driver: x
`;
