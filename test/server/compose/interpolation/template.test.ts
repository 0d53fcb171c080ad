import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../../../server/src/compose/interpolation/template.ts';

describe('variables are found as compose finds them', () => {
  test.each<[string, string[]]>([
    ['plain', []],
    ['$A', ['$A']],
    ['${A}-$B', ['${A}', '$B']],
    ['$$A $${B}', []],
    ['$$$A', ['$A']],
    ['$ $} ^x$ $1', []],
    ['${A:-x}${B-y}', ['${A:-x}', '${B-y}']],
    ['${A:-${B:-$C}} d', ['${A:-${B:-$C}}', '${B:-$C}', '$C']],
    ['{{ ${A:?say {x} so} }}', ['${A:?say {x} so}']],
    ['${A:-{}', ['${A:-{}']],
    ['${_a1:+b}$c-d', ['${_a1:+b}', '$c']],
  ])('%s', (text, expected) => {
    const { variables, errors } = readTemplate(text);
    expect(errors).toEqual([]);
    expect(variables.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    for (const { name, nameStart } of variables) expect(text.slice(nameStart, nameStart + name.length)).toBe(name);
  });

  test('operators and operands', () => {
    const parts = (text: string): unknown => {
      const [{ name, operator, operand } = { name: '' }] = readTemplate(text).variables;
      return [name, operator, operand];
    };
    expect(parts('${A:-b}')).toEqual(['A', ':-', 'b']);
    expect(parts('${A-}')).toEqual(['A', '-', '']);
    expect(parts('${A:?no :- here}')).toEqual(['A', ':?', 'no :- here']);
    expect(parts('${A+b}')).toEqual(['A', '+', 'b']);
  });
});

describe('what compose refuses is an error', () => {
  test.each(['${', '${}', '${ }', '${ A}', '${A }', '${A!}', '${1}', '${A/b/c}', 'x ${A y', '${A:-${}}', '${A:-b\n}'])(
    '%j',
    (text) => {
      expect(readTemplate(text).errors).toHaveLength(1);
    },
  );
});
