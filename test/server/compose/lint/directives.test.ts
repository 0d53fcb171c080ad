import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../../../../server/src/compose/document.ts';
import { readDirectives } from '../../../../server/src/compose/lint/directives.ts';

/** The lines of four, from 0, on which a rule of these names is silenced. */
function silent(text: string, names: readonly string[] = ['quote-ports', 'require-quotes-in-ports']): number[] {
  const document = new ComposeDocument(TextDocument.create('file:///compose.yaml', 'dockercompose', 1, text));
  const { silences } = readDirectives(document);
  const range = (line: number): Parameters<typeof silences>[0] => ({
    start: { line, character: 0 },
    end: { line, character: 1 },
  });
  return [0, 1, 2, 3].filter((line) => silences(range(line), names));
}

test.each([
  ['# gantry ignore=quote-ports\na: 1\nb: 2\n', [1]],
  ['a: 1\nb: 2 # gantry ignore=require-quotes-in-ports\n', [1]],
  ['# gantry global ignore=quote-ports\na: 1\n', [0, 1, 2, 3]],
  ['# dclint disable\na: 1\n', [0, 1, 2, 3]],
  ['# dclint disable-file\na: 1\n', [0, 1, 2, 3]],
  ['# dclint disable no-version-field require-quotes-in-ports\na: 1\n', [0, 1, 2, 3]],
  ['# dclint disable no-version-field\na: 1\n', []],
  ['a: 1\nb: 2 # dclint disable-line\n', [1]],
  ['a: 1\nb: 2 # dclint disable-line require-quotes-in-ports -- as it was\n', [1]],
  ['a: 1\nb: 2 # dclint disable-line other -- require-quotes-in-ports\n', []],
  ['a: 1\n# dclint disable-next-line require-quotes-in-ports\n# why\nb: 2\n', [3]],
  ['# docker-lint-disable-next-line quote-ports\na: 1\n', [1]],
  ['a: 1 # docker-lint-disable-next-line quote-ports\nb: 2\n', [1]],
  ['# docker-lint-disable quote-ports, other\na: 1\n', [0, 1, 2, 3]],
  ['# dclint disabled\na: 1\n', []],
  ['a: "# dclint disable"\nb: |\n  # dclint disable\n', []],
])('%j', (text, lines) => {
  expect(silent(text)).toEqual(lines);
});
