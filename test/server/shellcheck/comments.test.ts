import { expect, test } from 'vitest';
import { readComments } from '../../../server/src/shellcheck/comments.ts';

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

test('reads json1', () => {
  const fixed = { ...record, fix: { replacements: [replacement] } };
  expect(readComments(JSON.stringify({ comments: [record, fixed] }))).toEqual([
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
  expect(readComments(JSON.stringify({ comments: [broken, record] }))).toHaveLength(1);
});

test('takes a fix whole or not at all', () => {
  const broken = { ...record, fix: { replacements: [replacement, { ...replacement, replacement: 1 }] } };
  expect(readComments(JSON.stringify({ comments: [broken] }))?.[0]?.fix).toEqual([]);
});

test.each(['', 'no JSON', '[]', '{"comments":1}', 'null'])('is nothing: %j', (output) => {
  expect(readComments(output)).toBeUndefined();
});
