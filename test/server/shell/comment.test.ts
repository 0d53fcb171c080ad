import { expect, test } from 'vitest';
import { commentIn } from '../../../server/src/shell/comment.ts';

test.each([
  ['a comment', 'a |# b'],
  ['one right at the start', '|# a'],
  ['one after an operator', 'a;|# b'],
  ['one in a substitution', 'a $(b |# c)'],
  ['one after strings', `a "b # c" 'd # e' |# f`],
  ['one after a string with a string in it', 'a "$(b "c # d")" |# e'],
  ['one after escapes', `a \\" \\' |# b`],
  ['one after a string with escapes', `a $'b\\' # c' |# d`],
  ['one after expansions', 'a ${b#c} ${#d} $# |# e'],
  ['one after a comment between backticks', 'a `# b` |# c'],
])('finds %s', (_, marked) => {
  expect(commentIn(marked.replace('|', ''))).toBe(marked.indexOf('|'));
});

test.each([
  ['in words', 'a b#c https://d/#e'],
  ['in strings', `"a # b" 'c # d'`],
  ['in a string that does not end', 'a "b # c'],
  ['in expansions', 'echo ${a/ #b/}'],
  ['that are escaped', 'a \\# b'],
  ['between backticks that do not end', 'a `# b'],
])('leaves alone what is %s', (_, text) => {
  expect(commentIn(text)).toBeUndefined();
});
