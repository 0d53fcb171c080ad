import { isInstruction, keywordsIn } from './casing.ts';
import { fixedCharacters } from './fixedBlanks.ts';
import type { Layout, Piece } from './layout.ts';

/** How an instruction is read. */
export interface Reading {
  /** The directive's: what continues lines, and what escapes outside of a shell. */
  readonly escape: string;
  /** What runs its shell text reads it as a POSIX shell does. */
  readonly posix: boolean;
}

/** How blanks between words may be changed: all of them, those at line breaks, or none but the one after the keyword. */
interface Freedom {
  readonly within: boolean;
  readonly breaks: boolean;
  readonly escape: string;
}

/** The blanks of an instruction, by whether their number matters. */
export class Blanks {
  readonly #joined: string;
  readonly #freedom: Freedom;
  readonly #fixed: readonly boolean[];
  /** How many fixed characters there are before each place. */
  readonly #fixedBefore: Uint32Array;
  /** Where the blanks before each place begin. */
  readonly #blanksFrom: Uint32Array;
  readonly #keywords: ReturnType<typeof keywordsIn>;

  constructor({ joined }: Layout, reading: Reading) {
    const freedom = freedomOf(joined, reading);
    this.#joined = joined;
    this.#freedom = freedom;
    this.#fixed = fixedCharacters(joined, freedom.escape);
    this.#keywords = keywordsIn(joined);
    this.#fixedBefore = new Uint32Array(joined.length + 1);
    this.#blanksFrom = new Uint32Array(joined.length + 1);
    for (let i = 0; i < joined.length; i += 1) {
      const blank = joined[i] === ' ' || joined[i] === '\t';
      this.#fixedBefore[i + 1] = (this.#fixedBefore[i] ?? 0) + (this.isFixed(i) ? 1 : 0);
      this.#blanksFrom[i + 1] = blank ? (this.#blanksFrom[i] ?? 0) : i + 1;
    }
  }

  isFixed(index: number): boolean {
    return this.#fixed[index] === true;
  }

  /** There are blanks between a piece and the one before it, and they only divide words. */
  freeBefore({ ordinal, index, lead }: Piece): boolean {
    if (!this.#freedom.breaks || ordinal === 0) return false;
    const from = this.#blanksFrom[index] ?? index;
    return from < index + lead.length && this.#isFree(from, index + lead.length);
  }

  /** The text of a piece with one blank where it may have more, its keywords in the case that is asked for. */
  collapsed({ ordinal, index, lead, core }: Piece, cased: (keyword: string) => string): string {
    const start = index + lead.length;
    let text = core;
    if (this.#joined.startsWith(core, start)) {
      for (const word of this.#keywords) {
        const at = word.index - start;
        if (at < 0 || at + word.text.length > core.length) continue;
        text = text.slice(0, at) + cased(word.text) + text.slice(at + word.text.length);
      }
      const [keyword] = this.#keywords;
      text = text.replaceAll(/[ \t]+/g, (run, at: number) => {
        const afterKeyword = ordinal === 0 && keyword !== undefined && at === keyword.text.length;
        const free = afterKeyword || (this.#freedom.within && this.#isFree(start + at, start + at + run.length));
        return free ? ' ' : run;
      });
    }
    return text;
  }

  #isFree(from: number, to: number): boolean {
    return this.#fixedBefore[from] === this.#fixedBefore[to];
  }
}

function freedomOf(joined: string, { escape, posix }: Reading): Freedom {
  const none = { within: false, breaks: false, escape };
  const words = joined.trim().split(/[ \t]+/);
  while (/^onbuild$/i.test(words[0] ?? '')) words.shift();
  const name = words.shift()?.toUpperCase() ?? '';
  if (!isInstruction(name)) return none;
  while (words[0]?.startsWith('--') === true) words.shift();
  if (name === 'HEALTHCHECK' && /^cmd$/i.test(words[0] ?? '')) words.shift();
  if (isJson(words.join(' '))) return { within: false, breaks: true, escape: '\\' };
  switch (name) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK': {
      // A pattern of `case` closes a parenthesis that nothing has opened, which only a parser of the shell can tell.
      const unclear = /\bcase\b/.test(joined) && joined.includes('$(');
      return !posix || unclear ? none : { within: true, breaks: true, escape: '\\' };
    }
    case 'FROM':
    case 'COPY':
    case 'ADD':
    case 'EXPOSE':
    case 'VOLUME':
    case 'ARG':
      return { within: true, breaks: true, escape };
    case 'ENV':
    case 'LABEL':
      // In `ENV name some text` the blanks belong to the value.
      return words[0]?.includes('=') === true ? { within: true, breaks: true, escape } : none;
    default:
      return none;
  }
}

/** As BuildKit has it: what is not exactly an array of strings is a shell's text. */
function isJson(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) && values.every((value) => typeof value === 'string');
  } catch {
    return false;
  }
}
