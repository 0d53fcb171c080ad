import { expect, test } from 'vitest';
import { readComments, type Comment } from '../../../server/src/shellcheck/comments.ts';

const record = {
  file: '-',
  line: 2,
  endLine: 2,
  column: 3,
  endColumn: 5,
  level: 'style',
  code: 2006,
  message: 'm',
  fix: null,
};
const replacement = {
  line: 2,
  endLine: 2,
  column: 3,
  endColumn: 3,
  precedence: 7,
  insertionPoint: 'afterEnd',
  replacement: '"',
};

/** Those on the standard input. */
function comments(...records: readonly unknown[]): readonly Comment[] | undefined {
  return readComments(JSON.stringify({ comments: records }))?.get('-');
}

test('keeps files apart, and leaves out what is of none', () => {
  const records = [record, { ...record, file: '/dev/fd/3', code: 1 }, { ...record, file: '/dev/fd/3', code: 2 }];
  const read = readComments(JSON.stringify({ comments: [...records, { ...record, file: 7 }] }));
  expect([...(read ?? [])].map(([file, found]) => [file, found.map(({ code }) => code)])).toEqual([
    ['-', ['SC2006']],
    ['/dev/fd/3', ['SC1', 'SC2']],
  ]);
});

test('reads json1', () => {
  const fixed = { ...record, fix: { replacements: [replacement] } };
  expect(comments(record, fixed)).toEqual([
    {
      code: 'SC2006',
      level: 'style',
      message: 'm',
      start: { line: 2, column: 3 },
      end: { line: 2, column: 5 },
      fix: [],
    },
    {
      code: 'SC2006',
      level: 'style',
      message: 'm',
      start: { line: 2, column: 3 },
      end: { line: 2, column: 5 },
      fix: [{ start: { line: 2, column: 3 }, end: { line: 2, column: 3 }, text: '"' }],
    },
  ]);
});

test.each([
  ['a level that it does not have', { ...record, level: 'fatal' }],
  ['a place that is none', { ...record, column: 0 }],
  ['a code that is no number', { ...record, code: '2006' }],
  ['something else', null],
])('leaves out a record with %s', (_, broken) => {
  expect(comments(broken, record)).toHaveLength(1);
});

test('takes a fix whole or not at all', () => {
  const broken = { ...record, fix: { replacements: [replacement, { ...replacement, replacement: 1 }] } };
  expect(comments(broken)?.[0]?.fix).toEqual([]);
});

test.each(['', 'no JSON', '[]', '{"comments":1}', 'null'])('is nothing: %j', (output) => {
  expect(readComments(output)).toBeUndefined();
});
