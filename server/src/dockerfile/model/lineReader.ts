/** A line of a document; lines count from 0. */
export interface PhysicalLine {
  readonly number: number;
  readonly offset: number;
  /** Without its line ending. */
  readonly text: string;
}

/** Reads a document line by line. */
export class LineReader {
  readonly #text: string;
  #offset: number;
  #number: number;

  /** `from` is where a line begins, the first one when absent. */
  constructor(text: string, from?: { readonly offset: number; readonly line: number }) {
    this.#text = text;
    // A byte order mark is no part of the first instruction.
    this.#offset = from?.offset ?? (text.startsWith('\uFEFF') ? 1 : 0);
    this.#number = (from?.line ?? 0) - 1;
  }

  /** Where the next line begins. */
  get offset(): number {
    return this.#offset;
  }

  /** The last line that was read ends with a line break. */
  get hasEnded(): boolean {
    return this.#text.charAt(this.#offset - 1) === '\n';
  }

  next(): PhysicalLine | undefined {
    const offset = this.#offset;
    if (offset >= this.#text.length) return undefined;
    const newline = this.#text.indexOf('\n', offset);
    const end = newline < 0 ? this.#text.length : newline;
    this.#offset = newline < 0 ? this.#text.length : newline + 1;
    this.#number += 1;
    const carriage = this.#text.charAt(end - 1) === '\r' && end > offset;
    return { number: this.#number, offset, text: this.#text.slice(offset, carriage ? end - 1 : end) };
  }

  /** Passes over what ends before an offset. Answers the last line passed over. */
  skipTo(offset: number): PhysicalLine | undefined {
    let last: PhysicalLine | undefined;
    while (this.#offset < offset) last = this.next();
    return last;
  }
}
