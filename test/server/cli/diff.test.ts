import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../server/src/cli/diff.ts';
import { pick, random } from '../../support/random.ts';

const numbers = Array.from({ length: 20 }, (_, i) => `${i + 1}\n`);

test('of equal texts is empty', () => {
  expect(unifiedDiff('a\n', 'a\n', 'x')).toBe('');
});

test('shows three lines around each change, and joins what is near', () => {
  const changed = numbers.map((line) =>
    line === '2\n' ? 'x\n' : line === '9\n' ? '' : line === '17\n' ? 'y\n' : line,
  );
  const hunks = [
    ['@@ -1,12 +1,11 @@', ' 1', '-2', '+x', ' 3', ' 4', ' 5', ' 6', ' 7', ' 8', '-9', ' 10', ' 11', ' 12'],
    ['@@ -14,7 +13,7 @@', ' 14', ' 15', ' 16', '-17', '+y', ' 18', ' 19', ' 20'],
  ];
  expect(unifiedDiff(numbers.join(''), changed.join(''), 'f')).toBe(
    `${['--- f', '+++ f', ...hunks.flat()].join('\n')}\n`,
  );
});

test('tells of a last line without an end', () => {
  expect(unifiedDiff('a', 'a\n', 'f')).toBe('--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n');
  expect(unifiedDiff('', 'a\n', 'f')).toBe('--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n');
});

test('gives the second text when it is applied to the first', () => {
  const next = random(42);
  for (let i = 0; i < 300; i += 1) {
    const before = Array.from({ length: Math.floor(next() * 30) }, () => pick(next, ['a\n', 'b\n', 'c\n', '\n']));
    const after = before.flatMap((line) => (next() < 0.2 ? [] : next() < 0.2 ? [line, 'new\n'] : [line]));
    expect(apply(before, unifiedDiff(before.join(''), after.join(''), 'f'))).toEqual(after);
  }
});

/** Applies a diff as `patch` does. */
function apply(before: readonly string[], diff: string): string[] {
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2)) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      result.push(...before.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) result.push(`${line.slice(1)}\n`);
    else if (line.startsWith(' ') || line.startsWith('-')) {
      expect(`${line.slice(1)}\n`).toBe(before[at]);
      if (line.startsWith(' ')) result.push(`${line.slice(1)}\n`);
      at += 1;
    }
  }
  return [...result, ...before.slice(at)];
}
