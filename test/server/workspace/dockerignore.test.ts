import { describe, expect, test } from 'vitest';
import { cleanPath, Dockerignore } from '../../../server/src/workspace/dockerignore.ts';

const ignored = (lines: string, ...paths: readonly string[]): boolean[] => {
  const file = new Dockerignore(lines);
  return paths.map((path) => file.ignores(path));
};

describe('a pattern', () => {
  test.each([
    ['docs', ['docs', 'docs/a.md', 'docs/a/b', 'docs.md', 'x/docs'], [true, true, true, false, false]],
    ['docs/', ['docs', 'docs/a'], [true, true]],
    ['/docs', ['docs', 'x/docs'], [true, false]],
    ['./docs/../src//a', ['src/a', 'docs'], [true, false]],
    ['*.md', ['a.md', 'x/a.md', 'a.mdx', 'amd'], [true, false, false, false]],
    ['*/*.md', ['a.md', 'x/a.md', 'x/y/a.md'], [false, true, false]],
    ['a?c', ['abc', 'ac', 'a/c', 'abbc'], [true, false, false, false]],
    ['**/*.md', ['a.md', 'x/a.md', 'x/y/a.md', 'md'], [true, true, true, false]],
    [
      '**/node_modules',
      ['node_modules', 'a/node_modules', 'a/node_modules/b', 'a_node_modules'],
      [true, true, true, false],
    ],
    ['**log', ['log', 'a/b.log', 'catalog', 'logs'], [true, true, true, false]],
    ['**', ['a', 'a/b', '.'], [true, true, true]],
    ['*', ['a', 'a/b', '.'], [true, true, true]],
    ['src/**', ['src', 'src/a', 'src/a/b', 'srcs'], [false, true, true, false]],
    ['src/**/a', ['src/a', 'src/x/a', 'src/x/y/a', 'src/b'], [true, true, true, false]],
    ['[ab]c', ['ac', 'bc', 'cc'], [true, true, false]],
    ['[^a]c', ['ac', 'bc'], [false, true]],
    [String.raw`\*.md`, ['*.md', 'a.md'], [true, false]],
    ['a.b', ['a.b', 'axb'], [true, false]],
    ['a+(b)', ['a+(b)', 'aab'], [true, false]],
    ['.', ['a', '.'], [false, true]],
    ['[', ['[', 'a'], [false, false]],
  ])('%s', (pattern, paths, expected) => {
    expect(ignored(pattern, ...paths)).toEqual(expected);
  });
});

test('comments begin in the first column; blanks around a pattern, a BOM and Windows line ends do not count', () => {
  expect(ignored('\uFEFF# a\r\n  b  \r\n\r\n #c\r\n', 'a', 'b', '#c', '')).toEqual([false, true, true, false]);
});

describe('exceptions', () => {
  test('take back, and the last line that matches decides', () => {
    expect(ignored('*\n!src\nsrc/secret', 'a', 'src', 'src/a', 'src/secret')).toEqual([true, false, false, true]);
    expect(ignored('!src\n*', 'src')).toEqual([true]);
    expect(ignored('docs\n! docs/a.md', 'docs', 'docs/a.md', 'docs/b.md')).toEqual([true, false, true]);
  });

  test('are noticed', () => {
    expect(new Dockerignore('a\n!b').hasExceptions).toBe(true);
    expect(new Dockerignore('a\n#!b\n!').hasExceptions).toBe(false);
  });

  test.each([
    ['*\n!src', 'src', false],
    ['*\n!src', 'docs', true],
    ['docs\n!docs/a.md', 'docs', false],
    ['docs\n!docs/a.md', 'docs/b.md', true],
    ['docs\n!**/*.md', 'docs', false],
    ['docs\n!d*/a', 'docs', false],
    ['docs\n!e*/a', 'docs', true],
    ['a/b\n!a', 'a/b', false],
    ['docs', 'docs', true],
    ['docs', 'src', false],
  ])('%j leaves out all of %s: %s', (lines, path, all) => {
    expect(new Dockerignore(lines).ignoresAll(path)).toBe(all);
  });
});

test.each([
  ['', ''],
  ['./a', 'a'],
  ['a/./b/', 'a/b'],
  ['a/../b', 'b'],
  ['..', '..'],
  ['../../a', '../../a'],
  ['/../a', '/a'],
  ['a/..', '.'],
  ['/', '/'],
])('cleans %j to %j', (path, clean) => {
  expect(cleanPath(path)).toBe(clean);
});
