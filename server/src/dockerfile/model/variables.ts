/** A `$NAME` or `${NAME…}` in a word. Offsets count from the start of the text. */
export interface Reference {
  readonly name: string;
  /** From the `$` to the end of the name or the `}`. */
  readonly start: number;
  readonly end: number;
  /** Where the name itself stands. */
  readonly nameStart: number;
  /** `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `%`, `/`; empty when plain. */
  readonly modifier: string;
}

export interface Expansion {
  /** Quotes and escapes taken away and variables replaced, an unknown one by nothing. */
  readonly text: string;
  /** The variables that were asked for, in order, those inside `${a:-$b}` too. */
  readonly references: readonly Reference[];
  /** What BuildKit would refuse: an open quote, `${` without end, an unknown modifier, `${x?message}` unset. */
  readonly error?: string;
}

export interface ExpandOptions {
  /** The file's escape character. */
  readonly escape: string;
  readonly lookup: (name: string) => string | undefined;
  /** Quotes are text: so it is in heredoc bodies. */
  readonly keepQuotes?: boolean;
}

/** How many `${…}` may stand inside one another: the stack has an end, and no build comes near. */
const deepest = 500;

class Refused extends Error {}

/**
 * Expands a word as BuildKit does.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(text: string, options: ExpandOptions): Expansion {
  const references: Reference[] = [];
  try {
    return { text: new Scanner(text, options, references).until(undefined), references };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { text, references, error: error.message };
  }
}

class Scanner {
  readonly #text: string;
  readonly #options: ExpandOptions;
  readonly #references: Reference[];
  #at = 0;
  #depth = 0;

  constructor(text: string, options: ExpandOptions, references: Reference[]) {
    this.#text = text;
    this.#options = options;
    this.#references = references;
  }

  /** Reads up to a closing character, or to the end. `raw` keeps the escape characters: patterns need them. */
  until(stop: string | undefined, raw = false): string {
    let out = '';
    while (this.#at < this.#text.length) {
      const ch = this.#peek();
      if (ch === stop) {
        this.#at += 1;
        return out;
      }
      if (ch === '$') out += this.#dollar();
      else if (ch === "'" && this.#options.keepQuotes !== true) out += this.#single();
      else if (ch === '"' && this.#options.keepQuotes !== true) out += this.#double(raw);
      else if (ch === this.#options.escape) {
        this.#at += 1;
        out += (raw ? ch : '') + this.#take();
      } else out += this.#take();
    }
    if (stop !== undefined) throw new Refused(`missing ${stop}`);
    return out;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #take(): string {
    const ch = this.#peek();
    this.#at += 1;
    return ch;
  }

  #single(): string {
    const end = this.#text.indexOf("'", this.#at + 1);
    if (end < 0) throw new Refused("missing '");
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inner;
  }

  #double(raw: boolean): string {
    let out = '';
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const ch = this.#peek();
      if (ch === '"') {
        this.#at += 1;
        return out;
      }
      if (ch === '$') {
        out += this.#dollar();
        continue;
      }
      this.#at += 1;
      if (ch !== this.#options.escape) {
        out += ch;
        continue;
      }
      if (raw) out += ch;
      const next = this.#peek();
      // Nothing else is escaped between double quotes: the escape character stays.
      if (next === '"' || next === '$' || next === this.#options.escape) out += this.#take();
      else if (next !== '') out += ch;
    }
    throw new Refused('missing "');
  }

  #dollar(): string {
    const start = this.#at;
    this.#at += 1;
    if (this.#peek() !== '{') {
      const name = this.#name();
      if (name === '') return '$';
      return this.#refer({ name, start, nameStart: start + 1, modifier: '' }) ?? '';
    }
    this.#at += 1;
    if (this.#peek() === '') throw new Refused('missing }');
    if ('{}:'.includes(this.#peek())) throw new Refused('bad substitution');
    const nameStart = this.#at;
    const name = this.#name();
    const operator = this.#take();
    if (operator === '}') return this.#refer({ name, start, nameStart, modifier: '' }) ?? '';
    const colon = operator === ':';
    const modifier = colon ? this.#take() : operator;
    // Read first: what stands inside may refer to variables too.
    if (this.#depth >= deepest) throw new Refused('nested too deeply');
    this.#depth += 1;
    const word = this.#operand(modifier, colon);
    this.#depth -= 1;
    const value = this.#refer({ name, start, nameStart, modifier: colon ? `:${modifier}` : modifier });
    const missing = value === undefined || (colon && value === '');
    if (modifier === '-') return missing ? word : value;
    if (modifier === '+') return missing ? '' : word;
    if (modifier === '?') {
      if (missing) throw new Refused(`${name}: ${word === '' ? 'is not allowed to be unset' : word}`);
      return value;
    }
    return trimmed(value ?? '', modifier, word);
  }

  #operand(modifier: string, colon: boolean): string {
    if (modifier === '/' && !colon) {
      const all = this.#peek() === '/' ? this.#take() : '';
      return `${all}${this.until('/', true)}\0${this.until('}', true)}`;
    }
    if (!'-+?#%'.includes(modifier) || modifier === '') throw new Refused(`unsupported modifier (${modifier})`);
    return this.until('}', modifier === '#' || modifier === '%');
  }

  #name(): string {
    const pattern = /\d+|[@*#?\-$!]|[\p{L}\p{Nd}_]+/uy;
    pattern.lastIndex = this.#at;
    const name = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  #refer(reference: Omit<Reference, 'end'>): string | undefined {
    this.#references.push({ ...reference, end: this.#at });
    return this.#options.lookup(reference.name);
  }
}

/** `#` and `%` cut a prefix or suffix that matches the pattern, doubled the longest one; `/` replaces. */
function trimmed(value: string, modifier: string, word: string): string {
  if (modifier === '/') {
    const [first = '', replacement = ''] = word.split('\0');
    const all = first.startsWith('/');
    const pattern = new RegExp(regex(all ? first.slice(1) : first, true), all ? 'gs' : 's');
    return value.replace(pattern, () => replacement);
  }
  const greedy = word.startsWith(modifier);
  const pattern = greedy ? word.slice(1) : word;
  if (modifier === '#') return value.replace(new RegExp(`^${regex(pattern, greedy)}`, 's'), '');
  const starts = [...Array.from({ length: value.length + 1 }).keys()];
  const whole = new RegExp(`^${regex(pattern, true)}$`, 's');
  const cut = (greedy ? starts : starts.reverse()).find((start) => whole.test(value.slice(start)));
  return cut === undefined ? value : value.slice(0, cut);
}

/** A shell pattern as a regular expression; `*` the shortest or the longest. */
function regex(pattern: string, greedy: boolean): string {
  return pattern.replace(/\\([\s\S])|[\s\S]/g, (ch: string, escaped: string | undefined) => {
    if (escaped === '}' || escaped === '/') return escaped;
    if (escaped !== undefined) {
      if (!'*?\\'.includes(escaped)) throw new Refused(`invalid escape \\${escaped}`);
      return `\\${escaped}`;
    }
    if (ch === '*') return greedy ? '.*' : '.*?';
    return ch === '?' ? '.' : ch.replace(/[[\]{}.+()|^$\\/]/, '\\$&');
  });
}
