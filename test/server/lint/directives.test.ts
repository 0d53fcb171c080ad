import { describe, expect, test } from 'vitest';
import { readDirectives, type DirectiveOptions } from '../../../server/src/lint/directives.ts';

/** Directives of a text in which every line that is no comment is an instruction; `FROM` begins a section. */
function read(text: string, options: Partial<DirectiveOptions> = {}) {
  const lines = text.split('\n');
  const comments = lines.flatMap((line, at) =>
    line.startsWith('#') ? [{ line: at, text: line.slice(1).trim() }] : [],
  );
  const sections = lines.flatMap((line, at) => (line.startsWith('FROM') ? [at] : []));
  const head = comments.filter(({ line, text }) => line === 0 && text.startsWith('check'));
  return readDirectives({ comments, head, sections, ownerOf: (line) => line, ...options });
}

/** The lines on which a name is silenced. */
function silencedLines(text: string, name: string, options: Partial<DirectiveOptions> = {}): number[] {
  const directives = read(text, options);
  return [...text.split('\n').keys()].filter((line) => directives.silenced(line, [name]));
}

describe('hadolint ignore', () => {
  test.each([
    ['# hadolint ignore=DL3008'],
    ['#hadolint   ignore = DL3008'],
    ['# hadolint ignore=DL3000 , DL3008'],
    ['# hadolint ignore=DL3008,SC2086 # because'],
    ['# hadolint ignore=DL3008  '],
  ])('%s covers the next line only', (comment) => {
    expect(silencedLines(`RUN a\n${comment}\nRUN b\nRUN c`, 'DL3008')).toEqual([2]);
  });

  test.each([
    ['# hadolint ignore=DL3008,nonsense'],
    ['# hadolint ignore=dl3008'],
    ['# hadolint ignore=DL3008 because'],
    ['# hadolint ignore='],
    ['# ignore=DL3008'],
    ['# hadolint ignored=DL3008'],
  ])('%s is void', (comment) => {
    expect(silencedLines(`${comment}\nRUN a`, 'DL3008')).toEqual([]);
  });

  test('does not reach over another comment', () => {
    expect(silencedLines('# hadolint ignore=DL3008\n# why\nRUN a', 'DL3008')).toEqual([1]);
  });

  test('covers the whole of an instruction that begins below, and a line inside one', () => {
    const ownerOf = (line: number): number => (line >= 1 && line <= 4 ? 1 : line);
    expect(silencedLines('# hadolint ignore=DL3008\nRUN a\n b\n c\n d\nRUN e', 'DL3008', { ownerOf })).toEqual([
      1, 2, 3, 4,
    ]);
    expect(silencedLines('FROM x\nRUN a\n# hadolint ignore=DL3008\n c\n d\nRUN e', 'DL3008', { ownerOf })).toEqual([3]);
  });

  test('does not count when the configuration says so', () => {
    expect(silencedLines('# hadolint ignore=DL3008\nRUN a', 'DL3008', { pragmasDisabled: true })).toEqual([]);
  });
});

test.each(['DL3005', 'DL3017', 'DL3031', 'DL3039', 'DL4002'])(
  '%s, which is no more, does not void a list',
  (removed) => {
    expect(silencedLines(`# hadolint ignore=${removed},DL3008\nRUN a`, 'DL3008')).toEqual([1]);
  },
);

test.each([
  ['# hadolint ignore=DL3008\n# hadolint ignore=DL3009\nRUN a', [false, true]],
  ['# hadolint ignore=DL3008\n\nRUN a', [false, false]],
  ['# hadolint ignore=DL3008 # DL3009\nRUN a', [true, false]],
  ['# hadolint ignore=DL3008,\nRUN a', [false, false]],
  ['#hadolint\tignore=DL3008\t,\tDL3009\nRUN a', [true, true]],
])('%j', (text, expected) => {
  const last = text.split('\n').length - 1;
  expect(['DL3008', 'DL3009'].map((name) => silencedLines(text, name).includes(last))).toEqual(expected);
});

test('hadolint global ignore covers the file, wherever it stands', () => {
  expect(silencedLines('FROM a\nRUN b\n# hadolint global ignore=DL3008', 'DL3008')).toEqual([0, 1, 2]);
});

test('hadolint stage ignore covers the stage below it without its FROM', () => {
  const text = 'FROM a\nRUN a\n# hadolint stage ignore=DL3008\nFROM b\nRUN b\nRUN c\nFROM c\nRUN d';
  expect(silencedLines(text, 'DL3008')).toEqual([4, 5]);
  expect(silencedLines('FROM a\n# hadolint stage ignore=DL3008\nRUN b', 'DL3008')).toEqual([]);
});

test('hadolint shell names the shell from its line on', () => {
  expect(read('# hadolint shell=pwsh\nFROM a\n# hadolint shell = /bin/dash # why\nRUN b').shells).toEqual([
    { line: 0, shell: 'pwsh' },
    { line: 2, shell: '/bin/dash' },
  ]);
});

test('a shell is one also where ignoring is forbidden', () => {
  expect(read('# hadolint shell=/bin/ash#1\nFROM a', { pragmasDisabled: true }).shells).toEqual([
    { line: 0, shell: '/bin/ash#1' },
  ]);
});

test.each(['global', 'stage'])('hadolint %s ignore does not count when the configuration says so', (scope) => {
  const text = `# hadolint ${scope} ignore=DL3008\nFROM a\nRUN b`;
  expect(silencedLines(text, 'DL3008', { pragmasDisabled: true })).toEqual([]);
  expect(silencedLines(text, 'DL3008')).toContain(2);
});

describe('check', () => {
  test('at the head covers the file', () => {
    expect(
      silencedLines('# check=skip=StageNameCasing,JSONArgsRecommended\nFROM a\nCMD b', 'JSONArgsRecommended'),
    ).toEqual([0, 1, 2]);
  });

  test('skips all checks, and no rule that is none', () => {
    const text = '# check=skip=all\nFROM a';
    expect(silencedLines(text, 'StageNameCasing')).toEqual([0, 1]);
    expect(silencedLines(text, 'DL3006')).toEqual([]);
    expect(silencedLines(text, 'tag-base-image')).toEqual([]);
  });

  test('above an instruction covers that one, over the comments between', () => {
    const text = 'FROM a\n# check=skip=UndefinedVar // why\n# more\nCOPY $x /\nCOPY $x /';
    expect(silencedLines(text, 'UndefinedVar')).toEqual([3]);
  });

  test('may let the build fail, and switch experiments on', () => {
    const directives = read('# check=error=true;experimental=InvalidDefinitionDescription;skip=X y=z\nFROM a');
    expect(directives).toMatchObject({ checksFail: true, experimental: ['InvalidDefinitionDescription'] });
    expect(directives.silenced(1, ['X'])).toBe(true);
    expect(read('FROM a\n# check=error=true\nRUN b').checksFail).toBe(false);
  });

  test.each(['# check=error=1', '#check=skip=X;error=TRUE', '# CHECK = error=t'])('%s lets the build fail', (text) => {
    expect(read(text, { head: [{ line: 0, text: text.slice(1).trim() }] }).checksFail).toBe(true);
  });

  test.each(['all', 'InvalidDefinitionDescription'])('experimental=%s is stronger than skip', (on) => {
    const name = 'InvalidDefinitionDescription';
    const directives = read(`# check=skip=all,${name};experimental=${on}\nFROM a\n# check=skip=${name}\nARG b`);
    expect(directives.switchesOn(['definition-description', name])).toBe(true);
    expect(directives.switchesOn(['Other'])).toBe(false);
    expect([1, 3].map((line) => directives.silenced(line, [name]))).toEqual([false, true]);
    expect(directives.silenced(1, ['Other'])).toBe(true);
  });

  test('above an instruction covers that one, with a reason, from anywhere in the block of comments', () => {
    const text = 'FROM a\n# check=skip=CheckOne,CheckTwo // why\n# more\nENV b\nENV c';
    expect(silencedLines(text, 'CheckOne')).toEqual([3]);
    expect(silencedLines(text, 'CheckTwo')).toEqual([3]);
    expect(silencedLines('FROM a\n# check=skip=all\nENV b\nENV c', 'CheckOne')).toEqual([2]);
    expect(silencedLines('FROM a\n# check=skip=CheckOne\n\nENV b', 'CheckOne')).toEqual([2]);
    expect(silencedLines('FROM a\n# check=skip=CheckOne\nENV b', 'DL3008')).toEqual([]);
  });

  test('above an instruction switches nothing on', () => {
    const text = 'FROM a\n# check=experimental=InvalidDefinitionDescription\nARG b';
    expect(read(text).switchesOn(['InvalidDefinitionDescription'])).toBe(false);
  });

  test('gives way to the build argument', () => {
    const options = { check: 'skip=UndefinedVar' };
    expect(silencedLines('# check=skip=StageNameCasing\nFROM a', 'StageNameCasing', options)).toEqual([]);
    expect(silencedLines('# check=skip=StageNameCasing\nFROM a', 'UndefinedVar', options)).toEqual([0, 1]);
  });
});

test('our own comment takes rule ids and any other name', () => {
  const text = 'FROM a\n# gantry ignore=pipefail, DL3008 # why\n# more\nRUN b\nRUN c';
  expect(silencedLines(text, 'pipefail')).toEqual([3]);
  expect(silencedLines(text, 'DL3008')).toEqual([3]);
  expect(silencedLines('# gantry global ignore=pipefail\nFROM a', 'pipefail')).toEqual([0, 1]);
  expect(silencedLines('# gantry ignore=pipefail\nRUN a', 'pipefail', { pragmasDisabled: true })).toEqual([1]);
});
