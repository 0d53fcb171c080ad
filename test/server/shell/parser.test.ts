import { describe, expect, test } from 'vitest';
import { remembering } from '../../../server/src/shell/cache.ts';
import { readShellModules } from '../../../server/src/shell/modules.ts';
import { loadShellParser } from '../../../server/src/shell/parser.ts';
import { hasFlag, operands } from '../../../server/src/shell/script.ts';

const shell = await loadShellParser(await readShellModules());
/** Commands as `name|arg|arg`. */
const commands = (text: string): string[] =>
  shell.parse(text, 0).commands.map(({ name, args }) => [name, ...args].map((word) => word.text).join('|'));

describe('commands', () => {
  test.each([
    ['a b && c; d || e | f &', ['a|b', 'c', 'd', 'e', 'f']],
    ['if a; then b; else c; fi; while d; do e; done; for i in x y; do f; done', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['( a; { b; }; ) && ! c', ['a', 'b', 'c']],
    ['case $x in a|b) c;; *) d;; esac', ['c', 'd']],
    ['f() { a; }; f', ['a', 'f']],
    ['a $(b "$(c)") `d`', ['a|$(b "$(c)")|`d`', 'b|$(c)', 'c', 'd']],
    ['X=1 Y="$(b)" a', ['a', 'b']],
    ['a > x 2>&1 < y', ['a']],
    ['export A=b', ['export|A=b']],
    ['X=1', []],
    ['', []],
    ['# a\nb # c', ['b']],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test.each([
    ['exec a b', ['a|b']],
    ['exec -a name -c b c', ['b|c']],
    ['command a', ['a']],
    ['command -v a', ['command|-v|a']],
    ['builtin cd x', ['cd|x']],
    ['busybox wget x', ['wget|x']],
    ['exec', ['exec']],
    ['exec command busybox a', ['a']],
  ])('what %j really runs', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});

test('words lose their quotes and escapes, and keep their expansions', () => {
  const [command] = shell.parse(`a 'b c' "d \\"e\\" \\f $X" g\\ h"i"'j' \\\n k "\${Y:-z}"`, 0).commands;
  expect(command?.args.map(({ text, literal }) => [text, literal])).toEqual([
    ['b c', true],
    ['d "e" \\f $X', false],
    ['g hij', true],
    ['k', true],
    ['${Y:-z}', false],
  ]);
});

test('offsets are those of the document', () => {
  const text = 'true \\\n && apt-get "install" | tee';
  const script = shell.parse(text, 100);
  const at = ({ start, end }: { start: number; end: number }): string => text.slice(start - 100, end - 100);
  expect(script.commands.map(({ name }) => at(name))).toEqual(['true', 'apt-get', 'tee']);
  expect(script.commands[1]?.args.map(at)).toEqual(['"install"']);
  expect(script.commands.map(({ statement }) => at(statement))).toEqual([
    'true',
    'apt-get "install" | tee',
    'apt-get "install" | tee',
  ]);
  expect(script.pipes.map(at)).toEqual(['|']);
});

test('only what is in the list itself is top level', () => {
  const { commands: all } = shell.parse('a && b | c; (d); if e; then f; fi; g $(h)', 0);
  expect(all.filter(({ topLevel }) => topLevel).map(({ name }) => name.text)).toEqual(['a', 'b', 'c', 'g']);
});

describe('pipes', () => {
  test.each([
    ['a | b', 1],
    ['a |& b', 1],
    ['a | b | c', 2],
    ['x=$(a | b)', 1],
    ['cat <<E | b\nx\nE\n', 1],
    ['a || b; case x in c|d) e;; esac; [[ f =~ g|h ]]', 0],
    ["echo 'a | b'", 0],
  ])('%j', (text, count) => {
    expect(shell.parse(text, 0).pipes).toHaveLength(count);
  });
});

test('half-typed text gives what it can', () => {
  const script = shell.parse('apt-get update && apt-get install -y "cur', 0);
  expect(script.hasError).toBe(true);
  expect(script.commands[0]?.name.text).toBe('apt-get');
});

test.each(['\0\0', '"', '$(', '((((', '\uD800', 'a'.repeat(100_000), '<<'.repeat(2_000)])(
  'never throws: %#',
  (text) => {
    expect(() => shell.parse(text, 0)).not.toThrow();
  },
);

test('a text longer than any script is not looked into, and says so', () => {
  expect(shell.parse(`a ${'b '.repeat(40_000)}`, 0)).toEqual({ commands: [], pipes: [], hasError: true });
  expect(shell.pieces(`a ${'b '.repeat(40_000)}`).tokens).toEqual([]);
});

test('a very long list of commands is read to its end', () => {
  const text = Array.from({ length: 10_000 }, () => 'a $b').join('&&');
  expect(shell.parse(text, 0).commands).toHaveLength(10_000);
  expect(shell.pieces(text).variables).toHaveLength(10_000);
});

test('flags and operands', () => {
  const [command] = shell.parse('apt-get -qy --no-install-recommends --opt=x install curl', 0).commands;
  if (command === undefined) throw new Error('no command');
  expect(operands(command).map(({ text }) => text)).toEqual(['install', 'curl']);
  expect(hasFlag(command, 'y')).toBe(true);
  expect(hasFlag(command, 'n')).toBe(false);
  expect(hasFlag(command, 'yes', 'opt')).toBe(true);
  expect(hasFlag(command, 'no-install')).toBe(false);
});

describe('the pieces of a text', () => {
  const variables = (text: string): string[] =>
    shell.pieces(text).variables.map(({ name, start, end, written }) => {
      expect(text.slice(start, end)).toBe(name);
      return written ? `${name}!` : name;
    });
  test.each([
    ['A=$B; echo "${C:-$D}" \'$E\'', ['A!', 'B', 'C', 'D']],
    ['for i in $x; do echo $((i + y)); done', ['i!', 'x', 'i', 'y']],
    ['export A=1 B; unset C; read -r D < $f', ['A!', 'B!', 'C!', 'D!', 'f']],
    ['cat <<E\n$A\nE\ncat <<"E"\n$B\nE\n', ['A']],
    ["bash -c 'echo $A ${B}'; awk '{print $C}'", ['A', 'B']],
  ])('the variables of %j', (text, names) => {
    expect(variables(text)).toEqual(names);
  });

  test.each(['"a $', '$(', '\0', '${a', "'", 'if', 'a'.repeat(10_000), '"$('.repeat(50)])(
    'are in order and never overlap: %#',
    (text) => {
      let last = 0;
      for (const { start, end } of shell.pieces(text).tokens) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    },
  );
});

describe('what is remembered', () => {
  test('is the same text elsewhere, at its new place', () => {
    let parsed = 0;
    const cached = remembering({ ...shell, parse: (text, base) => ((parsed += 1), shell.parse(text, base)) });
    const first = cached.parse('a | b c', 10);
    expect(cached.parse('a | b c', 10)).toBe(first);
    expect(cached.parse('a | b c', 25)).toEqual(shell.parse('a | b c', 25));
    expect(cached.parse('a | b c', 3)).toEqual(shell.parse('a | b c', 3));
    expect(parsed).toBe(1);
  });
  test('are the pieces, too', () => {
    const cached = remembering(shell);
    expect(cached.pieces('a | b')).toBe(cached.pieces('a | b'));
    expect(cached.pieces('a | b')).toEqual({ tokens: shell.pieces('a | b').tokens, variables: [] });
  });
  test('is the newest, up to a limit', () => {
    const parsed: string[] = [];
    const cached = remembering({ ...shell, parse: (text, base) => (parsed.push(text), shell.parse(text, base)) }, 2);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) cached.parse(text, 0);
    expect(parsed).toEqual(['a', 'b', 'c', 'b']);
  });
});
