import { expect, test } from 'vitest';
import { nodesOf } from '../../../../server/src/compose/yaml/find.ts';
import type { Scalar } from '../../../../server/src/compose/yaml/node.ts';
import { sourceMap } from '../../../../server/src/compose/yaml/source.ts';
import { parseYaml } from '../../../../server/src/compose/yaml/tree.ts';

/** The only value of a mapping, and how the word HERE of it is written in the file. */
function written(text: string, word = 'HERE'): string {
  const { root } = parseYaml(text).documents[0]!;
  const scalar = [...nodesOf(root)].find((node): node is Scalar => node.kind === 'scalar')!;
  const from = scalar.text.indexOf(word);
  expect(from).toBeGreaterThanOrEqual(0);
  const span = sourceMap(scalar)({ from, to: from + word.length });
  return text.slice(scalar.place.start + span.from, scalar.place.start + span.to);
}

test.each([
  'a: one HERE two\n',
  'a: "one HERE two"\n',
  "a: 'one HERE two'\n",
  "a: 'it''s ''q'' HERE'\n",
  'a: "tab\\t quote\\" uni\\u00e9\\x41 pair\\U0001F600 HERE \\\\"\n',
  'a: "folded\n   over  \\\n   lines HERE"\n',
  'a: plain\n  over\n\n  lines HERE\n',
  'a: |\n  one\n\n    two HERE\n  three\n',
  'a: |2-  # why\n    two HERE\n',
  'a: >\n  one\n  two\n\n  three HERE\n',
  'a: >+\n  one\n  HERE two\n\n\n',
  'a: |\r\n  one\r\n  HERE\r\n',
])('finds a word of %j', (text) => {
  expect(written(text)).toBe('HERE');
});

test('an escape is a character', () => {
  expect(written('a: "x\\u0048ERE y"\n')).toBe('\\u0048ERE');
  expect(written("a: 'x HE''RE'\n", "HE'RE")).toBe("HE''RE");
});
