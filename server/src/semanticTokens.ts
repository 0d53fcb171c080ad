import type { SemanticTokensLegend } from 'vscode-languageserver-types';

const types = [
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
] as const;
const modifiers = ['declaration', 'readonly', 'deprecated'] as const;

export type TokenType = (typeof types)[number];
export type TokenModifier = (typeof modifiers)[number];

/** A piece of text within one line that has a meaning of its own, by offsets. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}

/** A token names its type by its place here, and its modifiers by their bits. A server has one legend for all languages. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

/** Encodes tokens as LSP asks: five numbers a token; lines and columns count from the token before it. */
export class TokenEncoder {
  readonly data: number[] = [];
  readonly #content: string;
  #lineStart = 0;
  #newline: number;
  #column = 0;

  constructor(content: string) {
    this.#content = content;
    this.#newline = content.indexOf('\n');
  }

  /** In the order of the text. */
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
