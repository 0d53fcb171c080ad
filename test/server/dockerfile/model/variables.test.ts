import { describe, expect, test } from 'vitest';
import { expand } from '../../../../server/src/dockerfile/model/variables.ts';

const values: Readonly<Record<string, string>> = { A: 'one', EMPTY: '', PATH: '/a/b/c.d.e' };
const run = (text: string, escape = '\\') => expand(text, { escape, lookup: (name) => values[name] });

describe('text', () => {
  test.each([
    ['plain', 'plain'],
    ['$A ${A}x$Ax', 'one onex'],
    ['$', '$'],
    ['$.', '$.'],
    ['$1x', 'x'],
    ['\'$A\'"$A"', '$Aone'],
    ['\\$A "\\$A" \\a "\\a"', '$A $A a \\a'],
    ['"it\'s $A"', "it's one"],
    ['${NO:-x$A}', 'xone'],
    ['${EMPTY-x}${EMPTY:-x}', 'x'],
    ['${A+x}${NO+x}${EMPTY:+x}', 'x'],
    ['${A?no}', 'one'],
    ['${PATH#*/}', 'a/b/c.d.e'],
    ['${PATH##*/}', 'c.d.e'],
    ['${PATH%.*}', '/a/b/c.d'],
    ['${PATH%%.*}', '/a/b/c'],
    ['${PATH/b/x}', '/a/x/c.d.e'],
    ['${PATH//\\//-}', '-a-b-c.d.e'],
    ['${PATH/?.d/[$&]}', '/a/b/[$&].e'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(run(text)).toMatchObject({ text: expected });
    expect(run(text).error).toBeUndefined();
  });
});

test('the escape character is the file’s', () => {
  expect(run('`$A C:\\$A', '`').text).toBe('$A C:\\one');
});

test('in here-documents quotes are text', () => {
  const { text } = expand('it\'s "$A"', { escape: '\\', lookup: (name) => values[name], keepQuotes: true });
  expect(text).toBe('it\'s "one"');
});

test.each(["'", '"$A', '${A', '${', '${}', '${:x}', '${A:x}', '${A^}', '${NO?gone}', '${EMPTY:?gone}', '${A:'])(
  '%j is refused',
  (text) => {
    expect(run(text).error).toBeTypeOf('string');
  },
);

test('tells every variable, with its place', () => {
  const text = 'x${A:-"$B"}\\$C\'$D\'$E';
  expect(
    run(text).references.map(({ name, start, end, nameStart }) => [
      text.slice(start, end),
      text.slice(nameStart, nameStart + name.length),
    ]),
  ).toEqual([
    ['$B', 'B'],
    ['${A:-"$B"}', 'A'],
    ['$E', 'E'],
  ]);
});
