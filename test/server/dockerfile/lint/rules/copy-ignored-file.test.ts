import { describe, expect, test } from 'vitest';
import { copyIgnoredFile } from '../../../../../server/src/dockerfile/lint/rules/copy-ignored-file.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const dockerignore = (text: string) => ({ dockerignore: { path: '/w/.dockerignore', text } });

testRule(copyIgnoredFile, {
  options: dockerignore('# mine\nDockerfile\ndocs\n*.log\n'),
  bad: {
    'each source': 'FROM a\nCOPY x ./docs/a.md \\\n       ^^^^^^^^^^^\n  b.log /y/\n  ^^^^^\n',
    'in JSON': 'FROM a\nADD ["Dockerfile", "/x"]\n     ^^^^^^^^^^^^\n',
    'by its value': 'FROM a\nARG D=docs\nCOPY $D/ /x\n     ^^^\n',
    'from the root of the context': 'FROM a\nCOPY /docs /x\n     ^^^^^\n',
    'a pattern that is ignored as it stands': 'FROM a\nCOPY *.log /x/\n     ^^^^^\n',
  },
  good: {
    'what is not ignored': 'FROM a\nCOPY . /x\nCOPY x/b.log docs2 /x/\n',
    'other sources':
      'FROM a AS b\nFROM c\nCOPY --from=b docs /x\nADD https://x/docs git@x:docs /x/\nCOPY <<docs /x\ndocs\n',
    'what is not known': 'FROM a\nARG D\nCOPY $D/docs docs$D /x/\n',
    'what runs later': 'FROM a\nONBUILD COPY docs /x\n',
  },
});

testRule(copyIgnoredFile, {
  options: dockerignore('*\n!src\n!docs/*.md\n'),
  bad: { 'what no exception takes in': 'FROM a\nCOPY package.json src /x/\n     ^^^^^^^^^^^^\n' },
  good: {
    'what an exception takes in, or may':
      'FROM a\nCOPY src /x/\nCOPY docs docs/a.md src/b /x/\nCOPY . /x\nCOPY *.md /x/\n',
  },
});

testRule(copyIgnoredFile, {
  options: {
    ...dockerignore('docs\n'),
    contextFiles: { folder: '/w/app', dockerignoreApplies: false, missing: new Set(), meant: new Map() },
  },
  good: { 'anything when the file is that of another folder': 'FROM a\nCOPY docs .\n' },
});

testRule(copyIgnoredFile, {
  options: { dockerignore: undefined },
  good: { 'anything without a file': 'FROM a\nCOPY node_modules .\n' },
});

test('says where BuildKit would report it', () => {
  const codes = (lines: string, source: string): unknown =>
    problemsOf(copyIgnoredFile, `FROM a\nCOPY ${source} /x\n`, dockerignore(lines)).map((problem) => problem.codes);
  expect(codes('docs', 'docs')).toEqual([['CopyIgnoredFile']]);
  expect(codes('docs', '/docs')).toEqual([[]]);
  expect(codes('docs\n!x', 'docs')).toEqual([[]]);
  expect(codes('**', '.')).toEqual([['CopyIgnoredFile']]);
  expect(codes('a', '.')).toEqual([]);
});

describe('an exception lets the source in', () => {
  /** The other file's text after it. */
  const after = (text: string, dockerfile: string): string | undefined => {
    const [problem] = problemsOf(copyIgnoredFile, dockerfile, dockerignore(text));
    const [fix] = problem?.elsewhere ?? [];
    return fix && applyEdits(text, fix.edits);
  };

  test.each([
    ['docs\n', '/docs', 'docs\n!docs\n'],
    ['docs', 'docs/a.md', 'docs\n!docs/a.md'],
    ['docs\r\n*.log\r\n', './docs/', 'docs\r\n*.log\r\n!docs\r\n'],
    ['*.log\n', '*.log', '*.log\n!*.log\n'],
  ])('in %j, for %s', (before, source, text) => {
    expect(after(before, `FROM a\nCOPY ${source} /x/\n`)).toBe(text);
  });

  test('not where its name is a pattern by accident', () => {
    expect(after('a*\n', 'FROM a\nCOPY a[b] /x/\n')).toBeUndefined();
  });
});
