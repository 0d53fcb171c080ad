import type { Duplex } from 'node:stream';
import type { TerminalSession, TerminalSize } from '../engine.ts';
import { FrameReader } from '../stream/frames.ts';

export interface SocketSessionOptions {
  /** A hijacked connection; it has an error listener already. */
  readonly socket: Duplex;
  /** Without a terminal the engine sends stdout and stderr in frames. */
  readonly framed: boolean;
  readonly resize: (size: TerminalSize) => Promise<void>;
  readonly exitCode: () => Promise<number | undefined>;
  /** Translates what the connection fails with. */
  readonly fail: (error: unknown) => Error;
}

/** A process's terminal over a connection that the engine has handed over. */
export class SocketSession implements TerminalSession {
  readonly output: AsyncIterable<Uint8Array>;
  readonly #options: SocketSessionOptions;
  #closed = false;

  constructor(options: SocketSessionOptions) {
    this.#options = options;
    this.output = this.#read();
  }

  write(data: Uint8Array | string): void {
    const { socket } = this.#options;
    if (socket.writable) socket.write(data);
  }

  endInput(): void {
    const { socket } = this.#options;
    if (socket.writable) socket.end();
  }

  resize(size: TerminalSize): Promise<void> {
    return this.#options.resize(size);
  }

  exitCode(): Promise<number | undefined> {
    return this.#options.exitCode();
  }

  close(): void {
    this.#closed = true;
    this.#options.socket.destroy();
  }

  async *#read(): AsyncGenerator<Uint8Array, void, undefined> {
    const { fail, framed, socket } = this.#options;
    const frames = framed ? new FrameReader() : undefined;
    try {
      for await (const chunk of socket as AsyncIterable<Buffer>) {
        if (!frames) yield chunk;
        else for (const frame of frames.push(chunk)) yield frame.data;
      }
    } catch (error) {
      if (!this.#closed) throw fail(error);
    }
  }
}
