import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { stepTokens, type Token, type TokenModifier, type TokenType } from '../model/tokens.ts';

const types: readonly TokenType[] = [
  'keyword',
  'comment',
  'parameter',
  'property',
  'namespace',
  'class',
  'function',
  'string',
  'number',
  'variable',
  'operator',
];
const modifiers: readonly TokenModifier[] = ['declaration', 'readonly', 'deprecated'];

/** A token names its type by its place here, and its modifiers by their bits. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: [...modifiers],
};

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
  const encoder = new Encoder(content);
  for (const step of steps) {
    const { start, end } = step.onbuild ?? step;
    if (end < from) continue;
    if (start > to) break;
    for (const token of stepTokens(document, step, shell)) encoder.add(token);
  }
  return { data: encoder.data };
}

/** Five numbers a token: lines and columns count from the token before it. */
class Encoder {
  readonly data: number[] = [];
  readonly #content: string;
  #lineStart = 0;
  #newline: number;
  #column = 0;

  constructor(content: string) {
    this.#content = content;
    this.#newline = content.indexOf('\n');
  }

  add({ start, end, type, modifiers: given = [] }: Token): void {
    let down = 0;
    while (this.#newline >= 0 && this.#newline < start) {
      this.#lineStart = this.#newline + 1;
      this.#newline = this.#content.indexOf('\n', this.#lineStart);
      down += 1;
    }
    const column = start - this.#lineStart;
    const bits = given.reduce((sum, modifier) => sum | (1 << modifiers.indexOf(modifier)), 0);
    this.data.push(down, down === 0 ? column - this.#column : column, end - start, types.indexOf(type), bits);
    this.#column = column;
  }
}
