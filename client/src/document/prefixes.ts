/** A line's prefix, `web-1 | `: where it ends, and which of the colors it gets. */
export interface Prefix {
  readonly line: number;
  /** Columns of the name and the bar. */
  readonly length: number;
  readonly color: number;
}

const prefix = /^(\S.*?) *\| /u;
const longest = 200;

/** Gives each name that stands before lines a color of its own, in the order in which they come, as long as there are any. */
export class PrefixColors {
  readonly #count: number;
  readonly #colors = new Map<string, number>();

  /** `count`: how many colors there are. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Of these lines, the first of which has this number. */
  of(lines: readonly string[], first: number): Prefix[] {
    return lines.flatMap((text, index) => {
      const [all = '', name] = prefix.exec(text.slice(0, longest)) ?? [];
      if (name === undefined) return [];
      const color = this.#colors.get(name) ?? this.#colors.size % this.#count;
      this.#colors.set(name, color);
      return [{ line: first + index, length: all.trimEnd().length, color }];
    });
  }
}
