import type { TerminalSession } from '../engine.ts';
import type { EngineError } from '../error.ts';

/** The session of a command that could not be started: it says why and has ended. */
export class FailedSession implements TerminalSession {
  readonly output: AsyncIterable<Uint8Array>;
  readonly #code: number;

  constructor(error: EngineError) {
    this.output = said(`${error.message}\r\n`);
    this.#code = /permission denied/i.test(error.message) ? 126 : 127;
  }

  write(): void {}
  endInput(): void {}
  resize(): Promise<void> {
    return Promise.resolve();
  }
  exitCode(): Promise<number> {
    return Promise.resolve(this.#code);
  }
  close(): void {}
}

async function* said(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(text);
}
