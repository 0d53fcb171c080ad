import type { LogicalLine } from './logicalLine.ts';

/** `--name=value`; offsets are the document's. */
export interface Flag {
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Quotes and backslashes taken away; `undefined` without a `=`. */
  readonly value: string | undefined;
  /** Where a part of the value stands in the document. */
  readonly within: (index: number, length: number) => { readonly start: number; readonly end: number };
}

/**
 * Reads the `--name=value`s at the head of an instruction's arguments, up to a lone `--`. Quotes hold a value together,
 * and a backslash escapes here even where the file's escape character is a backtick.
 */
export function readFlags(line: LogicalLine): { readonly flags: readonly Flag[]; readonly argumentsAt: number } {
  const { text } = line;
  const flags: Flag[] = [];
  let at = 0;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    if (!text.startsWith('--', at)) return { flags, argumentsAt: flags.length === 0 ? 0 : at };
    const word = readWord(text, at);
    if (word.text === '--') return { flags, argumentsAt: word.end };
    flags.push(toFlag(line, at, word));
    at = word.end;
  }
}

interface FlagWord {
  readonly text: string;
  readonly end: number;
  /** Where each character stands in the line, when quotes or backslashes were taken away. */
  readonly places: readonly number[] | undefined;
}

function readWord(text: string, from: number): FlagWord {
  const [plain = ''] = /^[^\s"'\\]*/.exec(text.slice(from)) ?? [];
  const after = text.charAt(from + plain.length);
  if (!`"'\\`.includes(after) || after === '') return { text: plain, end: from + plain.length, places: undefined };
  let word = '';
  const places: number[] = [];
  let quote = '';
  let at = from;
  for (; at < text.length; at += 1) {
    let ch = text.charAt(at);
    if (quote === '' && /\s/.test(ch)) break;
    if (quote === '' ? ch === '"' || ch === "'" : ch === quote) {
      quote = quote === '' ? ch : '';
      continue;
    }
    if (ch === '\\') {
      at += 1;
      ch = text.charAt(at);
      if (ch === '') break;
    }
    word += ch;
    places.push(at);
  }
  return { text: word, end: Math.min(at, text.length), places };
}

function toFlag(line: LogicalLine, start: number, { text: word, end, places }: FlagWord): Flag {
  const equals = word.indexOf('=');
  const place = (index: number): number => places?.[index] ?? (places ? end : start + index);
  const first = equals + 1;
  return {
    text: line.text.slice(start, end),
    start: line.offsetAt(start),
    end: line.offsetAt(end - 1) + 1,
    name: equals < 0 ? word.slice(2) : word.slice(2, equals),
    value: equals < 0 ? undefined : word.slice(first),
    within: (index, length) => {
      const begin = line.offsetAt(place(first + index));
      return { start: begin, end: length === 0 ? begin : line.offsetAt(place(first + index + length - 1)) + 1 };
    },
  };
}
