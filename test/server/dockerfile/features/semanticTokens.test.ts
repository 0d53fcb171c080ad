import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../../../server/src/languages.ts';

const dockerfile = languages({ client: {}, log: () => {} }).find(({ ids }) => ids.includes('dockerfile'));

/** The tokens as `line word type`. */
function tokens(text: string): string[] {
  if (!dockerfile?.provideSemanticTokens) throw new Error('no semantic tokens');
  const document = TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text);
  const { data } = dockerfile.provideSemanticTokens(dockerfile.open(document));
  const lines = text.split('\n');
  const words: string[] = [];
  let [line, column] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 5);
    line += down;
    column = down === 0 ? column + right : right;
    const word = lines[line]?.slice(column, column + length) ?? '';
    words.push(`${String(line + 1)} ${word} ${dockerfile.semanticTokensLegend?.tokenTypes[type] ?? ''}`);
  }
  return words;
}

test('what stands in a heredoc or a comment is left to the grammar', () => {
  const text = [
    '# syntax=docker/dockerfile:1',
    'FROM busybox:1.37 AS base',
    '# hadolint ignore=DL3003',
    'RUN <<EOF',
    'echo "$HOME"',
    'EOF',
    'COPY <<A <<B /x/',
    'one',
    'A',
    'two',
    'B',
    'USER me',
  ].join('\n');
  expect(tokens(text)).toMatchInlineSnapshot(`
    [
      "1 syntax property",
      "1 = operator",
      "1 docker/dockerfile:1 parameter",
      "2 FROM keyword",
      "2 busybox class",
      "2 1.37 property",
      "2 AS keyword",
      "2 base namespace",
      "4 RUN keyword",
      "4 <<EOF parameter",
      "7 COPY keyword",
      "7 <<A parameter",
      "7 <<B parameter",
      "7 /x/ parameter",
      "12 USER keyword",
      "12 me parameter",
    ]
  `);
});

test('a heredoc that never ends takes the rest of the file', () => {
  expect(tokens('FROM x\nRUN <<EOF\necho a\n').filter((token) => token.startsWith('3'))).toEqual([]);
});
