import { readAssignments, type Assignment } from './assignments.ts';
import { expandedTexts, type VariableUse } from './expandedTexts.ts';
import { readFlags, type Flag } from './flags.ts';
import type { Heredoc } from './heredoc.ts';
import type { LogicalLine } from './logicalLine.ts';
import type { Notes } from './notes.ts';
import type { RawInstruction } from './parse.ts';
import type { Stage } from './stage.ts';

/** A piece of an instruction; offsets are the document's. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text that an instruction stands in, and what continues its lines. */
export interface Source {
  readonly text: string;
  readonly escape: string;
}

/** An instruction in its stage, read lazily. What `ONBUILD` will do later is a step of its own, with `onbuild` set. */
export class Step {
  readonly stage: Stage;
  /** The `ONBUILD` around it. */
  readonly onbuild: Step | undefined;
  readonly #raw: RawInstruction;
  readonly #source: Source;
  #keyword: Word | undefined;
  #head: ReturnType<typeof readFlags> | undefined;
  #words: readonly Word[] | undefined;
  #argument: Word | undefined;
  #json: readonly Word[] | null | undefined;
  #assignments: readonly Assignment[] | undefined;
  #variableUses: readonly VariableUse[] | undefined;

  constructor(raw: RawInstruction, { stage, source, onbuild }: { stage: Stage; source: Source; onbuild?: Step }) {
    this.stage = stage;
    this.onbuild = onbuild;
    this.#source = source;
    this.#raw = raw;
  }

  /** What is known of it in every version in which it stays as it is; an `ONBUILD` and what it does have the same. */
  get notes(): Notes {
    return this.#raw.notes;
  }

  get keyword(): Word {
    const { keyword: text, start } = this.#raw;
    return (this.#keyword ??= { text, start, end: start + text.length });
  }

  /** The keyword in upper case. */
  get name(): string {
    return this.#raw.name;
  }

  /** Where its first line begins. */
  get lineStart(): number {
    return this.#raw.lineStart;
  }

  get start(): number {
    return this.#raw.start;
  }

  get end(): number {
    return this.#raw.end;
  }

  get startLine(): number {
    return this.#raw.startLine;
  }

  get endLine(): number {
    return this.#raw.endLine;
  }

  /** Everything after the keyword on its logical line. */
  get line(): LogicalLine {
    return this.#raw.line;
  }

  get heredocs(): readonly Heredoc[] {
    return this.#raw.heredocs;
  }

  /** The leading `--name=value`s. */
  get flags(): readonly Flag[] {
    return (this.#head ??= readFlags(this.line)).flags;
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  /** What follows the flags, split at blanks, as BuildKit does it: quotes do not hold words together. */
  get words(): readonly Word[] {
    return (this.#words ??= Array.from(blankSeparated(this.line.text, this.#argumentsAt), ([text, at]) =>
      this.#word(text, at),
    ));
  }

  /** The one of the words that an offset is in, or at the end of; without reading the others. */
  wordAt(offset: number): Word | undefined {
    const { text } = this.line;
    const from = this.#argumentsAt;
    const index = Math.max(this.line.indexAt(offset), from);
    let start = index;
    while (start > from && /\S/.test(text.charAt(start - 1))) start -= 1;
    let end = index;
    while (end < text.length && /\S/.test(text.charAt(end))) end += 1;
    return start === end ? undefined : this.#word(text.slice(start, end), start);
  }

  /** What follows the flags, whole, without the blanks around it. */
  get argument(): Word {
    return (this.#argument ??= this.#trimmed(this.#argumentsAt));
  }

  /**
   * The strings of the JSON form, unescaped; `undefined` in shell form. As BuildKit has it: what is not exactly an array
   * of strings is a shell text.
   */
  get json(): readonly Word[] | undefined {
    if (this.#json === undefined) this.#json = this.#readJson(this.#argumentsAt);
    return this.#json ?? undefined;
  }

  /** The arguments after a word, such as `CMD` of a healthcheck. */
  after(word: Word): Word {
    return this.#trimmed(this.line.indexAt(word.end));
  }

  /** Where a part of one of this step's words stands: its characters may be on several lines. */
  within(word: Word, index: number, length: number): { readonly start: number; readonly end: number } {
    const { start, end } = this.#word(' '.repeat(length), this.line.indexAt(word.start) + index);
    return { start, end };
  }

  /** The text of the document between two offsets. */
  textOf({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.#source.text.slice(start, end);
  }

  /** The JSON form of what follows a word, such as `CMD` of a healthcheck. */
  jsonAfter(word: Word): readonly Word[] | undefined {
    const index = this.line.indexAt(word.end);
    return this.#readJson(index) ?? undefined;
  }

  /** The assignments of an `ENV`, `ARG` or `LABEL`. */
  get assignments(): readonly Assignment[] {
    return (this.#assignments ??= readAssignments(this));
  }

  /** The variables that the build replaces in it. */
  get variableUses(): readonly VariableUse[] {
    return (this.#variableUses ??= expandedTexts(this));
  }

  get escape(): string {
    return this.#source.escape;
  }

  get #argumentsAt(): number {
    return (this.#head ??= readFlags(this.line)).argumentsAt;
  }

  #trimmed(from: number): Word {
    const { text } = this.line;
    const lead = text.slice(from).search(/\S/);
    return lead < 0 ? this.#word('', text.length) : this.#word(text.slice(from + lead).trimEnd(), from + lead);
  }

  #word(text: string, index: number): Word {
    const { line } = this;
    const end = text === '' ? line.offsetAt(index) : line.offsetAt(index + text.length - 1) + 1;
    return { text, start: line.offsetAt(index), end };
  }

  #readJson(from: number): readonly Word[] | null {
    const { text } = this.line;
    const body = text.slice(from);
    if (!/^\s*\[/.test(body)) return null;
    try {
      const values: unknown = JSON.parse(body);
      if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return null;
      const literals = [...body.matchAll(/"(?:[^"\\]|\\.)*"/g)];
      return values.map((text: string, i): Word => {
        const { start, end } = this.#word(literals[i]?.[0] ?? '', from + (literals[i]?.index ?? 0));
        return { text, start, end };
      });
    } catch {
      return null;
    }
  }
}

/** Lazily: most readers want the first few only. */
function* blankSeparated(text: string, from: number): Iterable<[word: string, index: number]> {
  const word = /\S+/g;
  word.lastIndex = from;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) yield [match[0], match.index];
}
