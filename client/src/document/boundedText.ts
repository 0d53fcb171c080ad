const notice = '… earlier output is left out …\n';

/** Text that grows at its end and, beyond `limit` characters, loses whole lines at its start. */
export class BoundedText {
  readonly #limit: number;
  #chunks: string[] = [];
  #length = 0;
  #trimmed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  append(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
    if (this.#length > this.#limit) this.#trim();
  }

  clear(): void {
    this.#chunks = [];
    this.#length = 0;
    this.#trimmed = false;
  }

  toString(): string {
    if (this.#chunks.length > 1) this.#chunks = [this.#chunks.join('')];
    const text = this.#chunks[0] ?? '';
    return this.#trimmed ? notice + text : text;
  }

  /** Down to three quarters of the limit, so that it does not happen with every line. */
  #trim(): void {
    const text = this.#chunks.join('');
    const from = text.length - Math.floor(this.#limit * 0.75);
    const lineStart = text.indexOf('\n', from - 1) + 1;
    const kept = text.slice(lineStart > 0 ? lineStart : from);
    this.#chunks = [kept];
    this.#length = kept.length;
    this.#trimmed = true;
  }
}
