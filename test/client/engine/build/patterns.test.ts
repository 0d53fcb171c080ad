import { describe, expect, test } from 'vitest';
import { Patterns, type FolderMatch } from '../../../../client/src/engine/build/patterns.ts';

/** Whether a path is matched, going down to it folder by folder as a walk does. */
function matches(patterns: readonly string[], path: string): boolean {
  const all = new Patterns(patterns);
  const segments = path.split('/');
  let inherit: FolderMatch | undefined;
  let matched = false;
  for (let length = 1; length <= segments.length; length += 1)
    ({ inherit, matched } = all.match(segments.slice(0, length).join('/'), inherit));
  return matched;
}

const cases: readonly (readonly [patterns: string, matched: string, not: string])[] = [
  ['node_modules', 'node_modules node_modules/a/b', 'src/node_modules node_modules2'],
  ['/foo/', 'foo foo/x', 'a/foo'],
  ['./a//b/../c', 'a/c', 'a/b a/b/c'],
  ['*.log', 'a.log .log', 'a/b.log a.logs'],
  ['*/temp*', 'a/temp a/temporary.txt a/temp/x', 'temp a/b/temp'],
  ['*/*/temp*', 'a/b/temp', 'a/temp'],
  ['temp?', 'tempa temp1', 'temp tempab temp/'],
  ['**/*.go', 'a.go b/c.go b/c/d.go', 'a.goo'],
  ['**/foo', 'foo a/foo a/b/foo a/foo/x', 'xfoo a/xfoo'],
  ['**foo', 'foo a/foo xfoo a/xfoo', 'foox'],
  ['a/**', 'a/b a/b/c', 'a ab'],
  ['a**', 'a ab a/b', 'b'],
  ['**', 'a a/b', ''],
  ['a/**/b', 'a/b a/x/b a/x/y/b', 'ab a/xb'],
  ['a/**/*.txt', 'a/b.txt a/x/b.txt', 'b.txt'],
  ['[ab].txt', 'a.txt b.txt', 'c.txt ab.txt'],
  ['[^ab].txt', 'c.txt', 'a.txt'],
  ['[a-c]x', 'bx', 'dx'],
  ['a\\*b', 'a*b', 'axb'],
  ['a.b+(c)$', 'a.b+(c)$', 'aXb+(c)$'],
  ['* !README.md', 'x a/b', 'README.md'],
  ['*.md !README*.md README-secret.md', 'a.md README-secret.md', 'README.md README-x.md'],
  ['docs !docs/keep', 'docs docs/a', 'docs/keep docs/keep/b'],
  ['docs/* !docs/keep', 'docs/a docs/a/b', 'docs docs/keep docs/keep/b'],
  ['**/*.log !**/keep.log', 'a.log x/a.log', 'keep.log x/keep.log'],
  ['a !a/b a/b/c', 'a/x a/b/c a/b/c/d', 'a/b a/b/x'],
  ['!a', '', 'a b'],
  ['日本*', '日本語', '日'],
];

describe('a path matches as the engine has it', () => {
  for (const [patterns, matched, not] of cases)
    test(patterns, () => {
      const list = patterns.split(' ');
      for (const path of matched.split(' ').filter(Boolean)) expect(matches(list, path), path).toBe(true);
      for (const path of not.split(' ').filter(Boolean))
        expect(matches(list, path.replace(/\/$/, '')), path).toBe(false);
    });
});

test('blank patterns are none', () => {
  expect(matches(['', '  ', ' a '], 'a')).toBe(true);
  expect(matches(['', '  '], 'a')).toBe(false);
});

test('a malformed pattern is refused', () => {
  expect(() => new Patterns(['[a'])).toThrow(SyntaxError);
});

describe('a walk goes into a folder when something in it could match', () => {
  const reaching: readonly (readonly [pattern: string, yes: string, no: string])[] = [
    ['a/b/c', 'a a/b', 'b a/c a/b/c/d'],
    ['a/*/c', 'a a/x a/x/y', 'b'],
    ['*.txt', 'a a/b', ''],
    ['**/x', 'a a/b', ''],
    ['src/**', 'src src/a', 'srcs other'],
  ];
  for (const [pattern, yes, no] of reaching)
    test(pattern, () => {
      const patterns = new Patterns([pattern]);
      const negated = new Patterns(['x', `!${pattern}`]);
      for (const [folders, expected] of [
        [yes, true],
        [no, false],
      ] as const)
        for (const folder of folders.split(' ').filter(Boolean)) {
          expect(patterns.reaches(folder, { negated: false }), folder).toBe(expected);
          expect(negated.reaches(folder, { negated: true }), folder).toBe(expected);
        }
    });
});
