import { describe, expect, it } from 'vitest';
import { commandOf, formatWords, parseCommandLine } from '../../../client/src/commands/words.ts';

describe('commandOf', () => {
  it.each([
    ['ls -l /app', ['ls', '-l', '/app']],
    ['  spaced   out  ', ['spaced', 'out']],
    [`echo 'a b' "c d" e\\ f`, ['echo', 'a b', 'c d', 'e f']],
    [`echo "say \\"hi\\" \\$HOME"`, ['echo', 'say "hi" $HOME']],
    [`echo '' x`, ['echo', '', 'x']],
    [`a'b'"c"d`, ['abcd']],
    ['node --eval=1+1', ['node', '--eval=1+1']],
    [`echo '$HOME | *'`, ['echo', '$HOME | *']],
  ])('%s needs no shell', (text, words) => {
    expect(commandOf(text)).toEqual(words);
  });

  it.each(['ls | wc -l', 'echo $HOME', 'echo "$HOME"', 'ls *.js', 'a && b', 'a; b', 'cat < f', '`x`', '~/bin/x'])(
    '%s is given to a shell as it is',
    (text) => {
      expect(commandOf(text)).toEqual(['sh', '-c', text]);
    },
  );

  it.each([`echo 'open`, 'echo "open', `"a\\"`])('%s is refused', (text) => {
    expect(commandOf(text)).toMatch(/not closed/);
  });
});

describe('formatWords', () => {
  it.each([[['a', 'b c']], [["it's"]], [['', '$x', '*']], [['"', '\\']]])('%j is read back', (words) => {
    expect(parseCommandLine(formatWords(words))).toEqual({ words, needsShell: false });
  });
});
