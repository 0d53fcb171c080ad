import { overwritten } from '../../document/lines.ts';
import { stylesAtEnd } from '../../document/sgr.ts';

/** The engine's time stamp before a line: RFC 3339 with nine digits, `2026-01-31T12:00:00.123456789Z `. */
const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)) ?/u;
/** The engine cuts longer lines into pieces, and stamps each. */
const pieceLength = 16 * 1024;

/**
 * Reads the lines of one stream of a log: takes the engine's time stamps off lines and remembers the last one, so that a log that broke off goes on exactly where
 * it was: nothing twice, nothing lost, whatever the clocks say.
 */
export class LogLines {
  readonly #timestamps: boolean;
  #count = 0;
  #last = '';
  /** Lines up to this stamp were taken by an earlier connection. */
  #seen = '';
  /** Styles that the last line left on. */
  #open = '';

  /** With `timestamps` lines keep theirs, in milliseconds. */
  constructor(timestamps: boolean) {
    this.#timestamps = timestamps;
  }

  /** Where a new connection is to begin, in milliseconds since the epoch; `undefined` at first. */
  resume(): number | undefined {
    this.#seen = this.#last;
    return this.#last === '' ? undefined : Date.parse(this.#last.replace(/(\.\d{3})\d*/u, '$1'));
  }

  /** How many lines were taken in all. */
  get count(): number {
    return this.#count;
  }

  take(lines: readonly string[]): string[] {
    this.#count += lines.length;
    return lines.flatMap((line) => {
      const [all = '', at = ''] = stamp.exec(line) ?? [];
      if (at === '') return [this.#styled(line)];
      if (at <= this.#seen) return [];
      if (at > this.#last) this.#last = at;
      const text = this.#styled(whole(line.slice(all.length)));
      return [this.#timestamps ? `${at.replace(/(\.\d{3})\d*/u, '$1')} ${text}` : text];
    });
  }

  #styled(line: string): string {
    const text = this.#open + overwritten(line);
    this.#open = stylesAtEnd(text);
    return text;
  }
}

/** A long line without the stamps between its pieces. */
function whole(line: string): string {
  if (line.length <= pieceLength) return line;
  const head = line.slice(0, pieceLength);
  const [between = ''] = stamp.exec(line.slice(pieceLength)) ?? [];
  return head + whole(line.slice(pieceLength + between.length));
}
