import { expand, type Lookup } from './expand.ts';

/** A line `NAME=value` of an env file. Offsets of the text. */
export interface EnvEntry {
  readonly name: string;
  /** `undefined` for a name alone: its value is that of the environment, if it has one. */
  readonly value: string | undefined;
  /** Of the name. */
  readonly start: number;
  readonly nameEnd: number;
  /** Of the value as written, quotes included. */
  readonly valueStart: number;
  readonly end: number;
}

export interface EnvError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface EnvFile {
  /** In the order of the text; a later one of the same name wins. */
  readonly entries: readonly EnvEntry[];
  /** The first ends compose's reading of the file; here reading goes on with the next line. */
  readonly errors: readonly EnvError[];
}

/**
 * Reads an env file as compose does. Variables in values that are not in single quotes stand for what `lookup` knows, then
 * for what an earlier line says.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvFile(text: string, lookup: Lookup = () => undefined): EnvFile {
  const reader = new Reader(text, lookup);
  reader.all();
  return reader;
}

/** The format `raw` of `env_file`: what follows the `=` is the value as it stands; a name alone is taken from `lookup`. */
export function readRawEnvFile(text: string): EnvFile {
  const entries: EnvEntry[] = [];
  for (const { 0: line, index } of text.matchAll(/^[^\r\n]+/gm)) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const start = index + line.length - trimmed.length;
    const end = index + line.length;
    const equals = trimmed.indexOf('=');
    const nameEnd = equals < 0 ? end : start + equals;
    entries.push({
      name: text.slice(start, nameEnd),
      value: equals < 0 ? undefined : text.slice(nameEnd + 1, end),
      start,
      nameEnd,
      valueStart: equals < 0 ? end : nameEnd + 1,
      end,
    });
  }
  return { entries, errors: [] };
}

/** White space that does not end a line. */
const blank = /[\t\v\f\r \u0085\u00A0]/;

class Reader implements EnvFile {
  readonly entries: EnvEntry[] = [];
  readonly errors: EnvError[] = [];
  readonly #text: string;
  readonly #lookup: Lookup;
  readonly #known = new Map<string, string>();
  #at = 0;

  constructor(text: string, lookup: Lookup) {
    this.#text = text;
    this.#lookup = lookup;
  }

  all(): void {
    if (this.#text.startsWith('\uFEFF')) this.#at = 1;
    for (;;) {
      const found = /^(?:\s+|#[^\n]*)+/.exec(this.#text.slice(this.#at));
      this.#at += found?.[0].length ?? 0;
      if (this.#at >= this.#text.length) return;
      this.#statement();
    }
  }

  #statement(): void {
    const text = this.#text;
    const from = this.#at;
    const exported = /^export\s+/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
    const start = from + exported;
    let end = start;
    while (end < text.length && !/[=:\n]/.test(text.charAt(end))) {
      const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!blank.test(char) && !/[\p{L}\p{N}_.\-[\]]/u.test(char)) {
        this.#fail(end, `\`${char}\` cannot be in the name of a variable.`);
        return;
      }
      end += char.length;
    }
    const name = text.slice(start, end).trimEnd();
    const nameEnd = start + name.length;
    if (start === text.length) this.#fail(from, 'The name of a variable is missing.', start);
    else if (name.includes(' ')) this.#fail(start, 'The name of a variable cannot contain a blank.', nameEnd);
    else if (end >= text.length || text.charAt(end) === '\n') {
      this.#at = end;
      const value = this.#lookup(name)?.value;
      this.#add({ name, value, start, nameEnd, valueStart: nameEnd, end: nameEnd });
    } else {
      this.#at = end + 1;
      while (blank.test(text.charAt(this.#at))) this.#at += 1;
      this.#value({ name, start, nameEnd });
    }
  }

  #value(named: Pick<EnvEntry, 'name' | 'start' | 'nameEnd'>): void {
    const text = this.#text;
    const valueStart = this.#at;
    const quote = text.charAt(valueStart);
    if (quote !== '"' && quote !== "'") {
      const line = /^[^\n]*/.exec(text.slice(valueStart))?.[0] ?? '';
      const written = (line.split(' #', 1)[0] ?? '').trimEnd();
      this.#at = valueStart + line.length;
      this.#expanded(named, { written, valueStart, end: valueStart + written.length });
      return;
    }
    let value = '';
    for (let at = valueStart + 1; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === quote) {
        this.#at = at + 1;
        const span = { valueStart, end: at + 1 };
        if (quote === '"') this.#expanded(named, { ...span, written: unescape(value) });
        else this.#add({ ...named, ...span, value });
        return;
      }
      // A backslash hides the quote; before anything else it stays.
      if (char !== '\\') value += char;
      else if (text.charAt(at + 1) === quote) value += text.charAt((at += 1));
      else if (at + 1 < text.length) value += char + text.charAt((at += 1));
    }
    this.#fail(valueStart, `This ${quote} is not closed.`);
  }

  #expanded(
    named: Pick<EnvEntry, 'name' | 'start' | 'nameEnd'>,
    { written, ...span }: { readonly written: string; readonly valueStart: number; readonly end: number },
  ): void {
    const lookup: Lookup = (name) => {
      const own = this.#known.get(name);
      return this.#lookup(name) ?? (own === undefined ? undefined : { value: own, source: { kind: 'shell' } });
    };
    const { text, errors, variables } = expand(written, lookup);
    const [error] = errors;
    const required = variables.find(({ outcome }) => outcome === 'required');
    const at = { start: span.valueStart, end: span.end };
    if (error) this.errors.push({ ...at, message: error.message });
    else if (required)
      this.errors.push({ ...at, message: `The variable \`${required.name}\` is required here, and has no value.` });
    else this.#add({ ...named, ...span, value: text });
  }

  #add(entry: EnvEntry): void {
    this.entries.push(entry);
    if (entry.value !== undefined) this.#known.set(entry.name, entry.value);
  }

  /** Reading goes on with the next line. */
  #fail(start: number, message: string, end = this.#lineEnd(start)): void {
    this.errors.push({ start, end: Math.max(end, start), message });
    this.#at = this.#lineEnd(Math.max(end, this.#at));
  }

  #lineEnd(from: number): number {
    const newline = this.#text.indexOf('\n', from);
    return newline < 0 ? this.#text.length : newline;
  }
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  c: '\\c',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  $: '$$',
  '"': '"',
  '\\': '\\',
};

/** The escapes of double quotes; others stay as they are. `\$` is a dollar sign that begins no variable. */
function unescape(text: string): string {
  return text.replaceAll(/\\(?:([abcfnrtv$"\\])|0(\d{0,3}))/g, (all, letter?: string, octal = '') => {
    if (letter !== undefined) return escapes[letter] ?? all;
    return /^[0-3][0-7]{2}$/.test(octal) ? String.fromCharCode(Number.parseInt(octal, 8)) : all;
  });
}
