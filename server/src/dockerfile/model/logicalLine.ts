import { lastIndex } from '../../lint/lastIndex.ts';

/** A text that was put together from parts of a document: each of its characters knows where it came from. */
export class LogicalLine {
  readonly text: string;
  /** Where each part begins, in the text and in the document; the first part begins the text. */
  readonly #parts: readonly Part[];
  readonly #from: number;
  /** How far the parts have moved in the document. */
  readonly #moved: number;

  constructor(text: string, parts: readonly Part[], { from = 0, moved = 0 }: { from?: number; moved?: number } = {}) {
    this.text = text;
    this.#parts = parts;
    this.#from = from;
    this.#moved = moved;
  }

  /** The document offset of a character; of the end, one past the last character's. */
  offsetAt(index: number): number {
    // The end belongs to the part of the last character.
    const at = this.#from + (index >= this.text.length && index > 0 ? this.text.length - 1 : index);
    const part = this.#parts[lastIndex(this.#parts, (candidate) => candidate.index <= at)];
    if (part === undefined) return 0;
    const past = Math.min(index, this.text.length) + this.#from - at;
    return part.offset + this.#moved + (at - part.index) + past;
  }

  /** The first character at a document offset or after it. */
  indexAt(place: number): number {
    const offset = place - this.#moved;
    const found = lastIndex(this.#parts, (candidate) => candidate.offset <= offset);
    const part = this.#parts[found];
    if (part === undefined) return 0;
    const following = this.#parts[found + 1]?.index ?? this.#from + this.text.length;
    const index = Math.min(part.index + (offset - part.offset), following) - this.#from;
    return Math.min(Math.max(index, 0), this.text.length);
  }

  /** The text from a character on. */
  slice(index: number): LogicalLine {
    return new LogicalLine(this.text.slice(index), this.#parts, { from: this.#from + index, moved: this.#moved });
  }

  /** The same text further down in the document, or further up. */
  moved(by: number): LogicalLine {
    return new LogicalLine(this.text, this.#parts, { from: this.#from, moved: this.#moved + by });
  }
}

export interface Part {
  readonly index: number;
  readonly offset: number;
}

/** Whether a line inside a continued instruction does not count: it is empty or a comment. */
export function isSkipped(line: string): boolean {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at === line.length || line[at] === '#' || (line[at] === '\r' && at === line.length - 1);
}

/**
 * The line without its escape character and the blanks after it; `undefined` when the instruction ends here. An escape
 * character after another one is text.
 */
export function continued(line: string, escape: string): string | undefined {
  const trimmed = line.replace(/[ \t]+$/, '');
  const takesNext = trimmed.endsWith(escape) && trimmed.at(-2) !== escape;
  return takesNext ? trimmed.slice(0, -1) : undefined;
}
