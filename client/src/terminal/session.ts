import type { TerminalSession, TerminalSize } from '../engine/engine.ts';
import { isCancelled } from '../engine/error.ts';
import { explain } from '../ui/explain.ts';
import type { TerminalHandle, TerminalOptions } from '../ui/ui.ts';
import { CookedInput } from './cookedInput.ts';

export interface SessionOptions {
  /** The tab's name, and its codicon's. */
  readonly name: string;
  readonly icon: string;
  /** Said in the first line, before anything of the process. */
  readonly greeting?: string;
  /** Tried in this order, for as long as the program is missing in the container. */
  readonly attempts: readonly ((size: TerminalSize | undefined) => Promise<TerminalSession>)[];
  /** Said when none of them is there. */
  readonly missing: string;
  /** The process has a terminal of its own; without, line ends and the echo of what is typed are ours to do. */
  readonly tty: boolean;
  /** Nothing can be typed. */
  readonly readOnly?: boolean;
  /** Keys sent one after the other when the tab is closed, to end what runs in it. Absent: it is left to itself. */
  readonly hangUp?: readonly string[];
  /** Said at the end, and then a key closes the tab; absent, the tab closes at once. */
  readonly ended: (exitCode: number | undefined) => string | undefined;
}

/** The engine says this, through the output, of a program that it cannot start. */
const refusal = 'OCI runtime';
/** Shells and engines give these codes for what is not there (127) or cannot be run (126). */
const missingCodes: ReadonlySet<number | undefined> = new Set([126, 127]);

/** Milliseconds that a process has to take in one key of a hang-up, before the next or the end of the connection. */
const hangUpPause = 400;

/** A terminal tab over a session of the engine. */
export function sessionTerminal(options: SessionOptions): TerminalOptions {
  const tab = new SessionTab(options);
  return {
    name: options.name,
    icon: options.icon,
    open: (terminal, size) => void tab.open(terminal, size),
    input: (data) => tab.input(data),
    resize: (size) => tab.resize(size),
    close: () => tab.close(),
  };
}

class SessionTab {
  readonly #options: SessionOptions;
  readonly #cooked: CookedInput | undefined;
  #terminal: TerminalHandle | undefined;
  #session: TerminalSession | undefined;
  #size: TerminalSize | undefined;
  /** Typed before there was anybody to read it. */
  #early = '';
  #typed = false;
  #phase: 'running' | 'waiting for a key' | 'closed' = 'running';

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#cooked = options.tty
      ? undefined
      : new CookedInput({
          echo: (text) => this.#terminal?.write(text),
          send: (text) => this.#session?.write(text),
          end: () => this.#session?.endInput(),
          interrupt: () => this.#session?.close(),
        });
  }

  async open(terminal: TerminalHandle, size: TerminalSize | undefined): Promise<void> {
    this.#terminal = terminal;
    this.#size = size;
    const { greeting, attempts, missing, ended } = this.#options;
    if (greeting !== undefined) terminal.write(`${dim(greeting)}\r\n`);
    try {
      for (const attempt of attempts) {
        const run = await this.#run(await attempt(this.#size));
        if (!run.missing) return this.#end(ended(run.exitCode));
        if (attempts.length === 1) terminal.write(run.held);
      }
      this.#end(missing);
    } catch (error) {
      if (!isCancelled(error)) this.#end(explain(error)?.message ?? '');
    }
  }

  /** Shows a session up to its end; what an engine says of a missing program is held back, for the next attempt. */
  async #run(session: TerminalSession): Promise<{ missing: boolean; held: string; exitCode: number | undefined }> {
    if (this.#phase === 'closed') {
      session.close();
      return { missing: false, held: '', exitCode: undefined };
    }
    this.#session = session;
    if (this.#early !== '') session.write(this.#early);
    this.#early = '';
    const decoder = new TextDecoder();
    let held: string | undefined = '';
    for await (const bytes of session.output) {
      const text = this.#shown(decoder.decode(bytes, { stream: true }));
      if (held === undefined) this.#terminal?.write(text);
      else {
        held += text;
        const start = held.trimStart().slice(0, refusal.length);
        if (refusal.startsWith(start)) continue;
        this.#terminal?.write(held);
        held = undefined;
      }
    }
    const exitCode = await session.exitCode();
    this.#session = undefined;
    const missing = missingCodes.has(exitCode) && held !== undefined && !this.#typed;
    if (!missing && held !== undefined) this.#terminal?.write(held);
    return { missing, held: held ?? '', exitCode };
  }

  input(data: string): void {
    if (this.#phase === 'waiting for a key') this.#terminal?.end();
    if (this.#phase !== 'running' || this.#options.readOnly === true) return;
    this.#typed = true;
    if (this.#cooked) this.#cooked.type(data);
    else if (this.#session) this.#session.write(data);
    else this.#early += data;
  }

  resize(size: TerminalSize): void {
    this.#size = size;
    // The process may have ended meanwhile: then there is nothing to resize.
    void this.#session?.resize(size).catch(() => {});
  }

  close(): void {
    this.#phase = 'closed';
    const session = this.#session;
    if (!session) return;
    if (this.#options.hangUp === undefined) {
      session.close();
      return;
    }
    this.#hangUp(session, this.#options.hangUp);
  }

  #hangUp(session: TerminalSession, [key, ...keys]: readonly string[]): void {
    if (key === undefined) return session.close();
    session.write(key);
    setTimeout(() => this.#hangUp(session, keys), hangUpPause).unref();
  }

  #end(message: string | undefined): void {
    if (this.#phase === 'closed') return;
    if (message === undefined) {
      this.#terminal?.end();
      return;
    }
    this.#phase = 'waiting for a key';
    this.#terminal?.write(`\r\n${dim(`${message} Press any key to close.`)}`);
  }

  /** Without a terminal of its own a process ends its lines with LF only. (A CR more does no harm.) */
  #shown(text: string): string {
    return this.#options.tty ? text : text.replaceAll('\n', '\r\n');
  }
}

function dim(text: string): string {
  return `\u001B[2m${text}\u001B[0m`;
}
