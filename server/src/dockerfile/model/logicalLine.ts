/** A text that was put together from parts of a document: each of its characters knows where it came from. */
export class LogicalLine {
  readonly text: string;
  /** Where each part begins, in the text and in the document; the first part begins the text. */
  readonly #parts: readonly Part[];
  readonly #from: number;

  constructor(text: string, parts: readonly Part[], from = 0) {
    this.text = text;
    this.#parts = parts;
    this.#from = from;
  }

  /** The document offset of a character; of the end, one past the last character's. */
  offsetAt(index: number): number {
    // The end belongs to the part of the last character.
    const at = this.#from + (index >= this.text.length && index > 0 ? this.text.length - 1 : index);
    const part = this.#parts[this.#last((candidate) => candidate.index <= at)];
    if (part === undefined) return 0;
    const past = Math.min(index, this.text.length) + this.#from - at;
    return part.offset + (at - part.index) + past;
  }

  /** The first character at a document offset or after it. */
  indexAt(offset: number): number {
    const found = this.#last((candidate) => candidate.offset <= offset);
    const part = this.#parts[found];
    if (part === undefined) return 0;
    const following = this.#parts[found + 1]?.index ?? this.#from + this.text.length;
    const index = Math.min(part.index + (offset - part.offset), following) - this.#from;
    return Math.min(Math.max(index, 0), this.text.length);
  }

  /** The number of the last part that is before a place, by bisection: parts are in order. */
  #last(isBefore: (part: Part) => boolean): number {
    let [low, high] = [0, this.#parts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const part = this.#parts[middle];
      if (part !== undefined && isBefore(part)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The text from a character on. */
  slice(index: number): LogicalLine {
    return new LogicalLine(this.text.slice(index), this.#parts, this.#from + index);
  }
}

export interface Part {
  readonly index: number;
  readonly offset: number;
}

/** Whether a line inside a continued instruction does not count: it is empty or a comment. */
export function isSkipped(line: string): boolean {
  return /^[ \t]*(#.*)?\r?$/.test(line);
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
