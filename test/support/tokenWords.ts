import type { SemanticTokens } from 'vscode-languageserver-types';
import { semanticTokensLegend } from '../../server/src/semanticTokens.ts';

/** Semantic tokens of a text as `line word type`, with a `+` for each modifier. */
export function tokenWords(text: string, { data }: SemanticTokens): string[] {
  const lines = text.split('\n');
  const words: string[] = [];
  let [line, column] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    column = down === 0 ? column + right : right;
    const word = lines[line]?.slice(column, column + length) ?? '';
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, i) => (bits & (1 << i)) !== 0);
    const named = [semanticTokensLegend.tokenTypes[type] ?? '', ...modifiers].join('+');
    words.push(`${String(line + 1)} ${word} ${named}`);
  }
  return words;
}
