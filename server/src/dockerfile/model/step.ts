import type { Instruction, ModifiableInstruction } from 'dockerfile-ast';
import { readAssignments, type Assignment } from './assignments.ts';
import { readHeredocs, type Heredoc } from './heredoc.ts';
import { joinLines, type LogicalLine } from './logicalLine.ts';
import type { Stage } from './stage.ts';

/** A piece of an instruction; offsets are the document's. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `--name=value`; offsets are the document's. */
export interface Flag extends Word {
  readonly name: string;
  /** `undefined` without a `=`. */
  readonly value: string | undefined;
}

export interface Source {
  readonly text: string;
  readonly offsetAt: (position: { readonly line: number; readonly character: number }) => number;
  readonly escape: string;
}

/** An instruction in its stage, read lazily. What `ONBUILD` will do later is a step of its own, with `onbuild` set. */
export class Step {
  readonly node: Instruction | ModifiableInstruction;
  readonly stage: Stage;
  /** The `ONBUILD` around it. */
  readonly onbuild: Step | undefined;
  readonly keyword: Word;
  /** The keyword in upper case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly #source: Source;
  #line: LogicalLine | undefined;
  #flags: readonly Flag[] | undefined;
  #words: readonly Word[] | undefined;
  #json: readonly Word[] | null | undefined;
  #heredocs: readonly Heredoc[] | undefined;
  #assignments: readonly Assignment[] | undefined;

  constructor(node: Instruction, { stage, source, onbuild }: { stage: Stage; source: Source; onbuild?: Step }) {
    this.node = node;
    this.stage = stage;
    this.onbuild = onbuild;
    this.#source = source;
    const { start, end } = node.getInstructionRange();
    const at = { start: source.offsetAt(start), end: source.offsetAt(end) };
    this.keyword = { text: source.text.slice(at.start, at.end), ...at };
    this.name = node.getKeyword();
    this.start = at.start;
    this.end = source.offsetAt(node.getRange().end);
  }

  /** Everything after the keyword on its logical line. */
  get line(): LogicalLine {
    const { text, escape } = this.#source;
    return (this.#line ??= joinLines(text, { start: this.keyword.end, end: this.end, escape }));
  }

  /** The leading `--name=value`s. */
  get flags(): readonly Flag[] {
    if (this.#flags) return this.#flags;
    const flags: Flag[] = [];
    for (const [text, at] of blankSeparated(this.line.text, 0)) {
      if (!text.startsWith('--') || text === '--') break;
      const equals = text.indexOf('=');
      const name = equals < 0 ? text.slice(2) : text.slice(2, equals);
      flags.push({ ...this.#word(text, at), name, value: equals < 0 ? undefined : text.slice(equals + 1) });
    }
    return (this.#flags = flags);
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

  /** What follows the flags, whole, without the blanks around it. */
  get argument(): Word {
    return this.#trimmed(this.#argumentsAt);
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
    return this.#trimmed(this.#indexOf(word.end));
  }

  /** Where a part of one of this step's words stands: its characters may be on several lines. */
  within(word: Word, index: number, length: number): { readonly start: number; readonly end: number } {
    const { start, end } = this.#word(' '.repeat(length), this.#indexOf(word.start) + index);
    return { start, end };
  }

  /** The text of the document between two offsets. */
  textOf({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.#source.text.slice(start, end);
  }

  /** The JSON form of what follows a word, such as `CMD` of a healthcheck. */
  jsonAfter(word: Word): readonly Word[] | undefined {
    const index = this.#indexOf(word.end);
    return this.#readJson(index) ?? undefined;
  }

  get heredocs(): readonly Heredoc[] {
    return (this.#heredocs ??= readHeredocs(this.#source.text, { line: this.line, end: this.end }));
  }

  /** The assignments of an `ENV`, `ARG` or `LABEL`. */
  get assignments(): readonly Assignment[] {
    return (this.#assignments ??= readAssignments(this));
  }

  get escape(): string {
    return this.#source.escape;
  }

  get #argumentsAt(): number {
    const last = this.flags.at(-1);
    return last === undefined ? 0 : this.#indexOf(last.end);
  }

  #indexOf(offset: number): number {
    let index = 0;
    while (index < this.line.text.length && this.line.offsetAt(index) < offset) index += 1;
    return index;
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
