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

/** Reads the pieces of a tree. Not by recursion: a long list of commands is a deep tree. */
export function readPieces(cursor: TreeCursor, text: string): ShellPieces {
  const reader = new PieceReader(cursor, text);
  reader.read();
  const { tokens, variables } = reader;
  return { tokens, variables };
}

/** A node whose children are being read. */
interface Frame {
  /** Its type; `read` for a command of that name. */
  readonly around: string;
  readonly end: number;
  /** Of a string between double quotes: from where on nothing of it is a token yet. */
  from: number;
  /** How the last child began. */
  before: string;
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

  read(): void {
    const frames: Frame[] = [];
    for (;;) {
      const around = this.#enter(frames.at(-1));
      if (around !== undefined && this.#cursor.gotoFirstChild()) {
        frames.push(around);
        continue;
      }
      while (!this.#cursor.gotoNextSibling()) {
        const left = frames.pop();
        if (left === undefined || !this.#cursor.gotoParent()) return;
        if (left.around === 'string') this.#add(left.from, left.end, 'string');
      }
    }
  }

  /** Reads a node; answers its frame when its children are to be read. */
  #enter(parent: Frame | undefined): Frame | undefined {
    const { nodeType: type, startIndex: start, endIndex: end, nodeIsNamed: isNamed } = this.#cursor;
    const around = parent?.around ?? '';
    if (parent) {
      if (type === 'raw_string' && /^-[a-z]*c$/.test(parent.before)) this.#script(start, end);
      parent.before = this.#text.slice(start, Math.min(end, start + 8));
    }
    if (parent?.around === 'string') {
      // What is expanded in a string is not it.
      if (!isNamed || type === 'string_content') return undefined;
      this.#add(parent.from, start, 'string');
      parent.from = end;
    }
    const leaf = leaves[type];
    if (leaf !== undefined) {
      if (type === 'simple_expansion') this.#variable('', { start: start + 1, end });
      else if (leaf === 'variable') this.#variable(around, { start, end });
      this.#add(start, end, leaf);
      return undefined;
    }
    if (type === 'word') {
      this.#word(around, start, end);
      return undefined;
    }
    if (!isNamed && type !== 'string') {
      if (!silent.test(type)) this.#add(start, end, /^[a-z]+$/.test(type) ? 'keyword' : 'operator');
      return undefined;
    }
    const reads = type === 'command' && /^read\s/.test(this.#text.slice(start, start + 5));
    return { around: reads ? 'read' : type, from: start, end, before: '' };
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

  /** `bash -c '…'`: another shell reads it, which has the same variables when they are exported. */
  #script(from: number, to: number): void {
    for (const { 1: name = '', index } of this.#text.slice(from, to).matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
      const start = this.#text.indexOf(name, from + index);
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
