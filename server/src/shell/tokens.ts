import type { TreeCursor } from 'web-tree-sitter';

/** What a piece of shell text is, in LSP's words for semantic tokens. */
export type ShellTokenType =
  'comment' | 'function' | 'keyword' | 'number' | 'operator' | 'parameter' | 'string' | 'variable';

/** A piece of shell text. Offsets count from the start of the text. */
export interface ShellToken {
  readonly start: number;
  readonly end: number;
  readonly type: ShellTokenType;
}

/** A variable's name where it is used or given a value, without `$` and braces. Offsets count from the start of the text. */
export interface ShellVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly written: boolean;
}

/** The pieces of a shell text that have a meaning of their own, in their order, none over another. */
export interface ShellPieces {
  readonly tokens: readonly ShellToken[];
  readonly variables: readonly ShellVariable[];
}

/** Nodes that are one token as they are. */
const leaves: Readonly<Record<string, ShellTokenType>> = {
  ansi_c_string: 'string',
  comment: 'comment',
  file_descriptor: 'number',
  number: 'number',
  raw_string: 'string',
  regex: 'string',
  simple_expansion: 'variable',
  special_variable_name: 'variable',
  test_operator: 'operator',
  translated_string: 'string',
  variable_name: 'variable',
};
/** Around these a name is written, not read. */
const writing = new Set(['variable_assignment', 'for_statement', 'unset_command']);
/** Brackets are told apart by the editor itself. */
const silent = /^[()[\]{}"`$]+$|^\$[({]+$/;

/** Reads the pieces of a tree. Puts the cursor back where it was. */
export function readPieces(cursor: TreeCursor, text: string): ShellPieces {
  const reader = new PieceReader(cursor, text);
  reader.visit('');
  const { tokens, variables } = reader;
  return { tokens, variables };
}

class PieceReader implements ShellPieces {
  readonly tokens: ShellToken[] = [];
  readonly variables: ShellVariable[] = [];
  readonly #cursor: TreeCursor;
  readonly #text: string;

  constructor(cursor: TreeCursor, text: string) {
    this.#cursor = cursor;
    this.#text = text;
  }

  visit(parent: string): void {
    const { nodeType: type, startIndex: start, endIndex: end } = this.#cursor;
    const leaf = leaves[type];
    if (leaf !== undefined) {
      if (type === 'simple_expansion') this.#variable('', { start: start + 1, end });
      else if (leaf === 'variable') this.#variable(parent, { start, end });
      this.#add(start, end, leaf);
    } else if (type === 'word') this.#word(parent, start, end);
    else if (type === 'string') this.#string(start, end);
    else if (this.#cursor.gotoFirstChild()) {
      const around = type === 'command' && /^read\s/.test(this.#text.slice(start, start + 5)) ? 'read' : type;
      let before = '';
      do {
        if (this.#cursor.nodeType === 'raw_string' && /^-[a-z]*c$/.test(before)) this.#script();
        this.visit(around);
        before = this.#text.slice(
          this.#cursor.startIndex,
          Math.min(this.#cursor.endIndex, this.#cursor.startIndex + 8),
        );
      } while (this.#cursor.gotoNextSibling());
      this.#cursor.gotoParent();
    } else if (!this.#cursor.nodeIsNamed && !silent.test(type))
      this.#add(start, end, /^[a-z]+$/.test(type) ? 'keyword' : 'operator');
  }

  #word(parent: string, start: number, end: number): void {
    const text = this.#text.slice(start, end);
    if (parent === 'command_name' || parent === 'function_definition') this.#add(start, end, 'function');
    else if (/^--?\w/.test(text) && /^\s?$/.test(this.#text.charAt(start - 1))) {
      const equals = text.indexOf('=');
      this.#add(start, equals < 0 ? end : start + equals, 'parameter');
    } else if (parent === 'read' && /^[A-Za-z_]\w*$/.test(text)) {
      this.#variable(parent, { start, end });
      this.#add(start, end, 'variable');
    }
  }

  /** A string between double quotes: what is expanded in it is not it. */
  #string(start: number, end: number): void {
    let from = start;
    if (this.#cursor.gotoFirstChild()) {
      do {
        const { nodeType, startIndex, endIndex } = this.#cursor;
        if (nodeType === 'string_content' || !this.#cursor.nodeIsNamed) continue;
        this.#add(from, startIndex, 'string');
        this.visit('string');
        from = endIndex;
      } while (this.#cursor.gotoNextSibling());
      this.#cursor.gotoParent();
    }
    this.#add(from, end, 'string');
  }

  /** `bash -c '…'`: another shell reads it, which has the same variables when they are exported. */
  #script(): void {
    const { startIndex, endIndex } = this.#cursor;
    for (const { 1: name = '', index } of this.#text.slice(startIndex, endIndex).matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
      const start = this.#text.indexOf(name, startIndex + index);
      this.variables.push({ name, start, end: start + name.length, written: false });
    }
  }

  #variable(parent: string, { start, end }: { readonly start: number; readonly end: number }): void {
    const name = this.#text.slice(start, end);
    const written = writing.has(parent) || parent === 'read' || parent === 'declaration_command';
    this.variables.push({ name, start, end, written });
  }

  #add(start: number, end: number, type: ShellTokenType): void {
    if (end > start) this.tokens.push({ start, end, type });
  }
}
