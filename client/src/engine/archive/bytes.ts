import { EngineError } from '../error.ts';

/** Reads a stream of chunks, cut anywhere, by the number of bytes that is wanted. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Between 1 and `most` bytes, as they come; nothing at the end. */
  async some(most: number): Promise<Uint8Array | undefined> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return undefined;
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** So many bytes; nothing when the stream ended before the first of them. Throws `failed` when it ended within. */
  async exactly(count: number): Promise<Buffer | undefined> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      const part = await this.some(missing);
      if (!part && missing === count) return undefined;
      if (!part) throw new EngineError('failed', 'The archive ends in the middle of an entry.');
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Ends the source; to be called when not all of it is read. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
