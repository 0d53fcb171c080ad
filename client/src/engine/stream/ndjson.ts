import { StringDecoder } from 'node:string_decoder';

/**
 * Takes a stream of newline-delimited JSON apart. Feed it chunks as they come, cut anywhere (inside a character too);
 * it answers the values that are complete. A line that is not JSON is told to `onBad` and costs itself only.
 */
export class NdjsonReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onBad: (line: string) => void;
  #parts: string[] = [];

  constructor(onBad: (line: string) => void) {
    this.#onBad = onBad;
  }

  push(chunk: Uint8Array): unknown[] {
    const lines = this.#decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)).split('\n');
    const last = lines.pop() ?? '';
    const [first] = lines;
    if (first === undefined) {
      this.#parts.push(last);
      return [];
    }
    lines[0] = this.#parts.join('') + first;
    this.#parts = [last];
    return this.#parse(lines);
  }

  /** The last line, when the stream ended without a newline. */
  end(): unknown[] {
    const rest = this.#parts.join('') + this.#decoder.end();
    this.#parts = [];
    return this.#parse([rest]);
  }

  #parse(lines: readonly string[]): unknown[] {
    const values: unknown[] = [];
    for (const line of lines) {
      if (line.trim() === '') continue;
      try {
        values.push(JSON.parse(line));
      } catch {
        this.#onBad(line);
      }
    }
    return values;
  }
}
