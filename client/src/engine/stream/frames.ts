/** One frame of the engine's multiplexed stream. */
export interface Frame {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Uint8Array;
}

/**
 * Takes apart the stream in which an engine sends stdout and stderr of a container without a terminal: an 8-byte header
 * (1 = stdout, 2 = stderr, 3 = the engine's own error; three zeros, length as 32-bit big endian), then that many bytes. Chunks may be cut anywhere;
 * the data of a frame is handed on as it comes, so a long frame is never gathered or copied.
 */
export class FrameReader {
  readonly #header = new Uint8Array(8);
  #headerLength = 0;
  #remaining = 0;

  *push(chunk: Uint8Array): Generator<Frame, void, undefined> {
    let position = 0;
    while (position < chunk.length) {
      if (this.#remaining === 0) {
        const take = Math.min(8 - this.#headerLength, chunk.length - position);
        this.#header.set(chunk.subarray(position, position + take), this.#headerLength);
        this.#headerLength += take;
        position += take;
        if (this.#headerLength < 8) return;
        this.#headerLength = 0;
        this.#remaining = new DataView(this.#header.buffer).getUint32(4);
        continue;
      }
      const data = chunk.subarray(position, position + this.#remaining);
      position += data.length;
      this.#remaining -= data.length;
      yield { stream: (this.#header[0] ?? 0) >= 2 ? 'stderr' : 'stdout', data };
    }
  }
}
