import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EngineError, isCancelled } from '../engine/error.ts';
import { formatBytes } from '../ui/format.ts';
import type { ReportProgress, Ui } from '../ui/ui.ts';

export interface SaveOptions {
  readonly ui: Ui;
  readonly title: string;
  /** An absolute path. */
  readonly path: string;
  /** Gives the stream to `write` and ends when that has ended: it may have to tidy up then. */
  readonly source: (signal: AbortSignal, write: (stream: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>;
}

/**
 * Writes a stream into a file, with progress that can be cancelled, and answers its size in bytes. What was there under
 * this name stays until the new file is complete; one half written is taken away. Throws `failed` when it cannot be written.
 */
export function saveStream({ ui, title, path, source }: SaveOptions): Promise<number> {
  const partial = `${path}.partial`;
  return ui.progress({ title, cancellable: true }, async (report, signal) => {
    let bytes = 0;
    try {
      await source(signal, async (stream) => {
        const counted = new Counted(stream, report);
        await pipeline(Readable.from(counted), createWriteStream(partial), { signal });
        bytes = counted.bytes;
      });
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      if (error instanceof EngineError || isCancelled(error)) throw error;
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new EngineError('failed', `${path} cannot be written (${code}).`, { cause: error });
    }
    return bytes;
  });
}

/** How often, in bytes, progress is told. */
const step = 1 << 20;

/** A stream that tells how much of it has passed. */
export class Counted implements AsyncIterable<Uint8Array> {
  bytes = 0;
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #report: ReportProgress;

  constructor(source: AsyncIterable<Uint8Array>, report: ReportProgress) {
    this.#source = source;
    this.#report = report;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    let told = 0;
    for await (const chunk of this.#source) {
      this.bytes += chunk.length;
      if (this.bytes - told >= step) {
        told = this.bytes;
        this.#report({ message: formatBytes(told) });
      }
      yield chunk;
    }
  }
}
