import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dockerfile } from '../../../../server/src/dockerfile/service.ts';
import type { LanguageHost } from '../../../../server/src/language.ts';
import type { Problem } from '../../../../server/src/lint/problem.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import type { Comment } from '../../../../server/src/shellcheck/comments.ts';
import { applyEdits, unmark } from '../../../support/markedText.ts';
import { answering } from '../../../support/shellcheck.ts';

interface Options {
  readonly shellCheck: NonNullable<LanguageHost['shellCheck']>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly hadolint?: string;
  readonly refresh?: (uri: string) => void;
}

/** The language's ShellCheck problems of a text. */
async function problems(text: string, { shellCheck, settings = {}, hadolint, refresh }: Options): Promise<Problem[]> {
  const language = dockerfile({ client: {}, log: () => {}, shellCheck, ...(refresh && { refresh }) });
  const document = language.open(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const context = {
    settings: readSettings((key) => settings[key]),
    ...(hadolint !== undefined && { hadolintConfig: { path: '/.hadolint.yaml', text: hadolint } }),
  };
  const found = await language.provideProblems?.(document, context, { isCancellationRequested: false });
  return (found ?? []).filter(({ id }) => id.startsWith('SC'));
}

test.each([
  ['one line', 'FROM a\nRUN echo $x\n         ^^\n'],
  [
    'lines, tabs, comments and other alphabets',
    'FROM a\nRUN a \\\n  # $x\n\n\t&& echo "é😀" $x \\\n               ^^\n  $x\n  ^^\n',
  ],
  ['a backtick as the escape character', '# escape=`\nFROM a\nRUN echo `\n  $x\n  ^^\n'],
  ['a here-document', 'FROM a\nRUN <<EOF\n#!/bin/sh\necho $x\n     ^^\nEOF\n'],
  ['ONBUILD', 'FROM a\nONBUILD RUN echo $x\n                 ^^\n'],
])('finds the place in %s', async (_, marked) => {
  const { text, ranges } = unmark(marked);
  for (const eol of ['\n', '\r\n']) {
    const found = await problems(text.replaceAll('\n', eol), { shellCheck: answering(/\$x/g) });
    expect(found.map(({ range }) => range)).toEqual(ranges);
  }
});

test('says nothing about the exports', async () => {
  const shellCheck = answering(/x=1|export/g);
  expect(await problems('FROM a\nENV x=1\nRUN echo $x\n', { shellCheck })).toEqual([]);
  expect(shellCheck.seen.map(({ text }) => text)).toEqual(['export x=1\necho $x']);
});

test.each(['error', 'warning', 'info', 'style'] as const)('has the level of ShellCheck: %s', async (level) => {
  const [problem] = await problems('FROM a\nRUN $x\n', { shellCheck: answering(/\$x/g, { level }) });
  expect(problem).toMatchObject({
    id: 'SC2086',
    codes: ['SC2086'],
    severity: level,
    message: 'Quote it.',
    kind: 'rule',
  });
});

test.each<[string, string, Partial<Options>]>([
  ['a pragma', '# hadolint ignore=SC2086\n', {}],
  ['a pragma of our own', '# gantry ignore=SC2086\n', {}],
  ['the configuration file', '', { hadolint: 'ignored: [SC2086]' }],
  ['a setting', '', { settings: { 'gantry.lint.rules': { SC2086: 'off' } } }],
])('is ignored by %s', async (_, comment, options) => {
  const shellCheck = answering(/\$x/g);
  expect(await problems(`FROM a\n${comment}RUN $x\n`, { shellCheck, ...options })).toEqual([]);
  expect(await problems('FROM a\nRUN $x\n', { shellCheck })).toHaveLength(1);
});

test('is not asked when it is switched off', async () => {
  const shellCheck = answering(/\$x/g);
  const settings = { 'gantry.lint.shellcheck.path': 'off' };
  expect(await problems('FROM a\nRUN $x\n', { shellCheck, settings })).toEqual([]);
  expect(shellCheck.seen).toEqual([]);
});

test('offers the fix of ShellCheck, never as a safe one', async () => {
  const text = 'FROM a\nRUN a \\\n  # why\n  && echo $x\n';
  const [problem] = await problems(text, { shellCheck: answering(/\$x/g, { replace: '"$x"' }) });
  expect(problem?.fix?.safe).toBe(false);
  expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe(text.replace('$x', '"$x"'));
});

test.each([
  ['that has the document other than it is', '# escape=`\nFROM a\nRUN echo `\n  $x\n', { replace: '' }, /\\/g],
  ['of several lines', 'FROM a\nRUN echo $x\n', { replace: '\n' }, /\$x/g],
])('has no fix %s', async (_, text, comment, pattern) => {
  const [problem] = await problems(text, { shellCheck: answering(pattern, comment) });
  expect(problem).toBeDefined();
  expect(problem?.fix).toBeUndefined();
});

const comment: Comment = {
  code: 'SC1',
  level: 'info',
  message: 'm',
  start: { line: 2, column: 1 },
  end: { line: 2, column: 2 },
  fix: [],
};

/** One that needs another question to know. */
function slow(): NonNullable<LanguageHost['shellCheck']> {
  const asked = new Set<string>();
  return {
    works: () => true,
    check: ({ owner, scripts }) => {
      if (asked.has(owner)) return { comments: scripts.map(() => [comment]) };
      asked.add(owner);
      return { comments: scripts.map(() => []), rest: Promise.resolve(true) };
    },
  };
}

test('what is not known yet is told later, or waited for where nobody can be told', async () => {
  const told: string[] = [];
  expect(await problems('FROM a\nRUN x\n', { shellCheck: slow(), refresh: (uri) => told.push(uri) })).toEqual([]);
  await expect.poll(() => told).toEqual(['file:///Dockerfile']);
  expect(await problems('FROM a\nRUN x\n', { shellCheck: slow() })).toMatchObject([{ id: 'SC1' }]);
});
