import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../server/src/dockerfile/document.ts';
import { provideSilence } from '../../../server/src/dockerfile/features/silence.ts';
import { dockerfileRules } from '../../../server/src/dockerfile/lint/rules/index.ts';
import type { SilenceScope } from '../../../server/src/language.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import { dockerfile, problemsOf } from '../../support/dockerfileRule.ts';
import { applyEdits } from '../../support/markedText.ts';

const problem = (line: number, codes: readonly string[]): Problem => ({
  id: 'some-rule',
  kind: 'rule',
  codes,
  severity: 'warning',
  range: { start: { line, character: 2 }, end: { line, character: 4 } },
  message: 'm',
});

function silence(text: string, scope: SilenceScope, { line = 1, codes = [] as readonly string[] }): string {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const edit = provideSilence(document, problem(line, codes), scope);
  return edit === null ? text : applyEdits(text, [edit]);
}

describe('here', () => {
  test.each([
    ['hadolint first', ['DL3008', 'SomeCheck'], '# hadolint ignore=DL3008'],
    ['then BuildKit', ['SomeCheck'], '# check=skip=SomeCheck'],
    ['then us', [], '# gantry ignore=some-rule'],
  ])('%s', (_, codes, comment) => {
    expect(silence('FROM a\n  RUN b\n', 'line', { codes })).toBe(`FROM a\n  ${comment}\n  RUN b\n`);
  });

  test.each([
    [['DL3008'], '# hadolint ignore=DL3000', '# hadolint ignore=DL3000,DL3008'],
    [['DL3008'], '# hadolint ignore=DL3000 # why', '# hadolint ignore=DL3000,DL3008 # why'],
    [['SomeCheck'], '# check=skip=Other // why', '# check=skip=Other,SomeCheck // why'],
    [[], '# gantry ignore=x', '# gantry ignore=x,some-rule'],
  ])('extends a comment of its kind: %j', (codes, before, after) => {
    expect(silence(`FROM a\n${before}\nRUN b\n`, 'line', { line: 2, codes })).toBe(`FROM a\n${after}\nRUN b\n`);
  });

  test('stands above the instruction, wherever in it the problem is', () => {
    expect(silence('FROM a\nRUN b \\\n  c \\\n  d\n', 'line', { line: 3, codes: ['DL1'] })).toBe(
      'FROM a\n# hadolint ignore=DL1\nRUN b \\\n  c \\\n  d\n',
    );
  });

  test('ends lines as the file does', () => {
    expect(silence('FROM a\r\nRUN b\r\n', 'line', {})).toBe('FROM a\r\n# gantry ignore=some-rule\r\nRUN b\r\n');
  });
});

describe('in the file', () => {
  const head = '#!/usr/bin/env x\n# syntax=docker/dockerfile:1\n# escape=`\n';
  test.each([
    [
      'after the directives',
      `${head}# c\nFROM a\n`,
      ['DL3008'],
      `${head}# hadolint global ignore=DL3008\n# c\nFROM a\n`,
    ],
    ['as a directive', `${head}# c\nFROM a\n`, ['SomeCheck'], `${head}# check=skip=SomeCheck\n# c\nFROM a\n`],
    ['in the directive', '# check=skip=Other\nFROM a\n', ['SomeCheck'], '# check=skip=Other,SomeCheck\nFROM a\n'],
    [
      'beside what it says',
      '# check=error=true\nFROM a\n',
      ['SomeCheck'],
      '# check=error=true;skip=SomeCheck\nFROM a\n',
    ],
    ['in our own words', 'FROM a\n', [], '# gantry global ignore=some-rule\nFROM a\n'],
  ])('%s', (_, before, codes, after) => {
    expect(silence(before, 'file', { codes })).toBe(after);
  });
});

test('a syntax error cannot be ignored', () => {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, 'X'));
  expect(provideSilence(document, { ...problem(0, []), kind: 'syntax' }, 'line')).toBeNull();
});

describe('what is written is heard', () => {
  test.each(dockerfileRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const text of rule.examples.bad) {
      for (const scope of ['line', 'file'] as const) {
        const [first] = problemsOf(rule, text);
        if (first === undefined) throw new Error('no problem');
        const { document } = dockerfile(text);
        const edit = provideSilence(document, first, scope);
        const edited = applyEdits(text, edit === null ? [] : [edit]);
        const { directives } = dockerfile(edited);
        const line = first.range.start.line + 1;
        expect(directives.silenced(line, [first.id, ...first.codes]), edited).toBe(true);
      }
    }
  });
});
