import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { TokenEncoder } from '../../semanticTokens.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { stepTokens } from '../model/tokens.ts';

export interface TokensOptions {
  /** Only the instructions that reach into it. */
  readonly range?: Range | undefined;
  readonly shell?: ShellParser | undefined;
}

/**
 * The meaning of each word, in instructions and in the shell that they run, encoded as LSP asks. Directives, comments
 * between instructions and here-documents in other languages are left to the editor's grammar, which knows them better and whose colors a semantic
 * token would hide.
 */
export function provideSemanticTokens(
  document: DockerfileDocument,
  { range, shell }: TokensOptions = {},
): SemanticTokens {
  const { text, steps, content } = document;
  const [from, to] = range ? [text.offsetAt(range.start), text.offsetAt(range.end)] : [0, content.length];
  const encoder = new TokenEncoder(content);
  for (const step of steps) {
    const { start, end } = step.onbuild ?? step;
    if (end < from) continue;
    if (start > to) break;
    for (const token of stepTokens(document, step, shell)) encoder.add(token);
  }
  return { data: encoder.data };
}
