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

interface Asked {
  readonly line?: number;
  readonly codes?: readonly string[];
  readonly pragmasDisabled?: boolean;
}

function silence(text: string, scope: SilenceScope, { line = 1, codes = [], pragmasDisabled = false }: Asked): string {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const edit = provideSilence(document, problem(line, codes), { scope, pragmasDisabled });
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

  test.each([
    [['DL1'], '# check=skip=A', '# check=skip=A\n# hadolint ignore=DL1'],
    [['DL1'], '# gantry ignore=x', '# gantry ignore=x\n# hadolint ignore=DL1'],
    [['DL1'], '# hadolint ignore=nonsense', '# hadolint ignore=nonsense\n# hadolint ignore=DL1'],
    [['DL1'], '# hadolint shell=ash', '# hadolint shell=ash\n# hadolint ignore=DL1'],
    [['DL1'], '# hadolint global ignore=DL2', '# hadolint global ignore=DL2\n# hadolint ignore=DL1'],
    [['Check'], '# hadolint ignore=DL1', '# check=skip=Check\n# hadolint ignore=DL1'],
    [['Check'], '# check=skip=A // why\n# hadolint ignore=DL1', '# check=skip=A,Check // why\n# hadolint ignore=DL1'],
    [['Check'], '# check=error=true', '# check=error=true;skip=Check'],
    [[], '# hadolint ignore=DL1', '# gantry ignore=some-rule\n# hadolint ignore=DL1'],
    [[], '# gantry ignore=x # why\n# more', '# gantry ignore=x,some-rule # why\n# more'],
    [[], '# gantry stage ignore=x', '# gantry stage ignore=x\n# gantry ignore=some-rule'],
  ])('%j leaves what is there its effect: %j', (codes, before, after) => {
    const line = 1 + before.split('\n').length;
    expect(silence(`FROM a\n${before}\nRUN b\n`, 'line', { line, codes })).toBe(`FROM a\n${after}\nRUN b\n`);
  });

  test('a stage pragma above a FROM stays directly above it', () => {
    expect(silence('FROM a\n# hadolint stage ignore=DL1\nFROM b\n', 'line', { line: 2, codes: ['DL2'] })).toBe(
      'FROM a\n# gantry ignore=some-rule\n# hadolint stage ignore=DL1\nFROM b\n',
    );
  });

  test('a check does not become a directive of the file', () => {
    const codes = ['Check'];
    expect(silence('FROM a\n', 'line', { line: 0, codes })).toBe('# gantry ignore=some-rule\nFROM a\n');
    const head = '# syntax=docker/dockerfile:1\n# check=skip=A\n';
    expect(silence(`${head}FROM a\n`, 'line', { line: 2, codes })).toBe(`${head}# gantry ignore=some-rule\nFROM a\n`);
    expect(silence(`${head}\nFROM a\n`, 'line', { line: 3, codes })).toBe(`${head}\n# check=skip=Check\nFROM a\n`);
  });

  test('hadolint’s comments are not used where they are forbidden', () => {
    const options = { codes: ['DL1', 'Check'], pragmasDisabled: true };
    expect(silence('FROM a\nRUN b\n', 'line', options)).toBe('FROM a\n# check=skip=Check\nRUN b\n');
    expect(silence('FROM a\nRUN b\n', 'file', { ...options, codes: ['DL1'] })).toBe(
      '# gantry global ignore=some-rule\nFROM a\nRUN b\n',
    );
  });

  test('an experiment is ignored in our own words', () => {
    const codes = ['InvalidDefinitionDescription'];
    const head = '# check=experimental=all\n';
    expect(silence(`${head}FROM a\nARG b\n`, 'file', { line: 2, codes })).toBe(
      `${head}# gantry global ignore=some-rule\nFROM a\nARG b\n`,
    );
  });

  test('ends lines as the file does', () => {
    expect(silence('FROM a\r\nRUN b\r\n', 'line', {})).toBe('FROM a\r\n# gantry ignore=some-rule\r\nRUN b\r\n');
  });
});

describe('in the stage', () => {
  const two = (above: string): string => `FROM a\nRUN b\n${above}FROM c\nRUN d\n`;
  test.each([
    [['DL1'], '', '# hadolint stage ignore=DL1\n'],
    [['DL1'], '# hadolint stage ignore=DL2 # why\n', '# hadolint stage ignore=DL2,DL1 # why\n'],
    [['DL1'], '# check=skip=A\n', '# check=skip=A\n# hadolint stage ignore=DL1\n'],
    [['DL1'], '# hadolint ignore=DL2\n', '# gantry stage ignore=some-rule\n# hadolint ignore=DL2\n'],
    [['Check'], '', '# gantry stage ignore=some-rule\n'],
    [[], '# gantry stage ignore=x\n', '# gantry stage ignore=x,some-rule\n'],
  ])('%j after %j', (codes, before, after) => {
    const line = two(before).split('\n').indexOf('RUN d');
    expect(silence(two(before), 'stage', { line, codes })).toBe(two(after));
  });

  test('is not offered on a FROM, before the first, or where the stage is the file', () => {
    expect(silence(two(''), 'stage', { line: 2 })).toBe(two(''));
    expect(silence(`ARG x\n${two('')}`, 'stage', { line: 0 })).toBe(`ARG x\n${two('')}`);
    expect(silence('FROM a\nRUN b\n', 'stage', { line: 1 })).toBe('FROM a\nRUN b\n');
  });
});

describe('in the file', () => {
  const head = '# syntax=docker/dockerfile:1\n# escape=`\n';
  test.each([
    [
      'after the directives',
      `${head}# c\nFROM a\n`,
      ['DL3008'],
      `${head}# hadolint global ignore=DL3008\n# c\nFROM a\n`,
    ],
    ['as a directive', `${head}# c\nFROM a\n`, ['SomeCheck'], `${head}# check=skip=SomeCheck\n# c\nFROM a\n`],
    [
      'after a line for a shell',
      '#!/usr/bin/env x\n# c\nFROM a\n',
      ['SomeCheck'],
      '#!/usr/bin/env x\n# check=skip=SomeCheck\n# c\nFROM a\n',
    ],
    ['in the directive', '# check=skip=Other\nFROM a\n', ['SomeCheck'], '# check=skip=Other,SomeCheck\nFROM a\n'],
    [
      'beside what it says',
      '# check=error=true\nFROM a\n',
      ['SomeCheck'],
      '# check=error=true;skip=SomeCheck\nFROM a\n',
    ],
    ['in our own words', 'FROM a\n', [], '# gantry global ignore=some-rule\nFROM a\n'],
    ['in the comment', 'FROM a\n# hadolint global ignore=DL1\n', ['DL2'], 'FROM a\n# hadolint global ignore=DL1,DL2\n'],
    ['in ours', '# gantry global ignore=a\nFROM a\n', [], '# gantry global ignore=a,some-rule\nFROM a\n'],
    ['after a mark', '\uFEFFFROM a\n', ['DL1'], '\uFEFF# hadolint global ignore=DL1\nFROM a\n'],
    ['before the end', '# escape=\\', ['DL1'], '# escape=\\\n# hadolint global ignore=DL1'],
  ])('%s', (_, before, codes, after) => {
    expect(silence(before, 'file', { codes })).toBe(after);
  });
});

test('a syntax error cannot be ignored', () => {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, 'X'));
  expect(provideSilence(document, { ...problem(0, []), kind: 'syntax' }, { scope: 'line' })).toBeNull();
});

describe('what is written is heard', () => {
  // A comment above that has to stay in effect, and a stage before and after.
  const surrounded = (text: string): readonly string[] => [
    text,
    text.replace(/^(?=(?!FROM|from|#).)/m, '# hadolint ignore=DL1\n'),
    `FROM scratch AS zero\n${text.replace(/\n?$/, '\n')}FROM scratch\n`,
  ];

  test.each(dockerfileRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    let heard = 0;
    for (const text of rule.examples.bad.flatMap(surrounded)) {
      for (const scope of ['line', 'stage', 'file'] as const) {
        const [first] = problemsOf(rule, text);
        const { document } = dockerfile(text);
        const edit = first && provideSilence(document, first, { scope });
        if (!first || !edit) continue;
        const edited = applyEdits(text, [edit]);
        const { directives } = dockerfile(edited);
        const grown = edited.split('\n').length - text.split('\n').length;
        const line = first.range.start.line + grown;
        expect(directives.silenced(line, [first.id, ...first.codes]), edited).toBe(true);
        heard += 1;
      }
    }
    expect(heard).toBeGreaterThan(1);
  });
});
