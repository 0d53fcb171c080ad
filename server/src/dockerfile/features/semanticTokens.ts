import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** In the library's order: a token names its type by its place here, and its modifiers by their bits. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [
    'keyword',
    'comment',
    'parameter',
    'property',
    'namespace',
    'class',
    'macro',
    'string',
    'variable',
    'operator',
    'modifier',
  ],
  tokenModifiers: ['declaration', 'definition', 'deprecated'],
};

/**
 * The meaning of each word of the file, encoded as LSP asks. A heredoc's body is in a language of its own and a comment
 * can be a directive: both are left to the editor's grammar, whose colors a semantic token would hide.
 */
export function provideSemanticTokens(
  document: DockerfileDocument,
  service: DockerfileLanguageService,
): SemanticTokens {
  const { data } = service.computeSemanticTokens(document.content);
  const comment = semanticTokensLegend.tokenTypes.indexOf('comment');
  const bodies = heredocLines(document);
  return { data: filtered(data, ({ line, type }) => type !== comment && !bodies.has(line)) };
}

/** The lines of all heredocs: they go from the line after the one that opens them to their instruction's end. */
function heredocLines({ parsed, text }: DockerfileDocument): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { heredocs, endLine } of parsed.instructions) {
    const [first] = heredocs;
    if (!first) continue;
    for (let line = text.positionAt(first.body.start).line; line <= endLine; line += 1) lines.add(line);
  }
  return lines;
}

/** Five numbers a token: lines and columns count from the token before it. */
function filtered(
  data: readonly number[],
  keep: (token: { readonly line: number; readonly type: number }) => boolean,
): number[] {
  const kept: number[] = [];
  let [line, column, lastLine, lastColumn] = [0, 0, 0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += down;
    column = down === 0 ? column + right : right;
    if (!keep({ line, type })) continue;
    kept.push(line - lastLine, line === lastLine ? column - lastColumn : column, length, type, modifiers);
    [lastLine, lastColumn] = [line, column];
  }
  return kept;
}
