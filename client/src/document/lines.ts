/** Longest piece of a line that is held back while its end has not come. */
const maxHeld = 64 * 1024;

const escapes =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[PX^_][^\u001B]*(?:\u001B\\)?|[ -/]*[0-~])/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
/** An editor would ask what to do about a document with these line ends in it. */
const unusualLineEnds = /[\u2028\u2029]/gu;

/** Makes whole lines from the bytes of one output stream, in UTF-8, however these are cut. */
export class Lines {
  readonly #decoder = new TextDecoder();
  #held = '';

  /** The lines that these bytes complete, without their line feeds. */
  push(data: Uint8Array): string[] {
    return this.#split(this.#decoder.decode(data, { stream: true }));
  }

  /** What was held back; the stream has ended. */
  end(): string[] {
    const lines = this.#split(this.#decoder.decode());
    if (this.#held !== '') lines.push(this.#held);
    this.#held = '';
    return lines;
  }

  #split(text: string): string[] {
    const parts = (this.#held + text).split('\n');
    this.#held = parts.pop() ?? '';
    if (this.#held.length > maxHeld) {
      parts.push(this.#held);
      this.#held = '';
    }
    return parts;
  }
}

/** What a screen shows of a line in the end: what carriage returns overwrote is gone. */
export function overwritten(line: string): string {
  if (!line.includes('\r')) return line;
  const shown = line.replace(/\r+$/u, '');
  return shown.slice(shown.lastIndexOf('\r') + 1);
}

/** One line as it stands on a screen in the end: no terminal escapes, and what carriage returns overwrote is gone. */
export function plain(line: string): string {
  return overwritten(line).replace(escapes, '').replace(controls, '').replace(unusualLineEnds, ' ');
}
