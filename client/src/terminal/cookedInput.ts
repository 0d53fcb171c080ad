/** Where the keys of a line go. */
export interface CookedSink {
  readonly echo: (text: string) => void;
  readonly send: (line: string) => void;
  /** Ctrl+D on an empty line. */
  readonly end: () => void;
  /** Ctrl+C. */
  readonly interrupt: () => void;
}

/** What a terminal's line discipline does for a process that has no terminal: echo, backspace, whole lines. */
export class CookedInput {
  readonly #sink: CookedSink;
  #line = '';

  constructor(sink: CookedSink) {
    this.#sink = sink;
  }

  type(data: string): void {
    // Arrows and function keys mean nothing here.
    // oxlint-disable-next-line no-control-regex -- escape sequences are what is looked for
    for (const key of data.replaceAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|O.|.)?/gu, '')) this.#key(key);
  }

  #key(key: string): void {
    const { echo, send, end, interrupt } = this.#sink;
    if (key === '\r' || key === '\n') {
      echo('\r\n');
      send(`${this.#line}\n`);
      this.#line = '';
    } else if (key === '\u007F' || key === '\b') {
      if (this.#line === '') return;
      this.#line = this.#line.replace(/.$/su, '');
      echo('\b \b');
    } else if (key === '\u0003') {
      echo('^C\r\n');
      interrupt();
    } else if (key === '\u0004') {
      if (this.#line === '') end();
    } else if (key >= ' ' || key === '\t') {
      this.#line += key;
      echo(key);
    }
  }
}
