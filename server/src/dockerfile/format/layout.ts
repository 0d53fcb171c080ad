import { continued, isSkipped } from '../model/logicalLine.ts';
import type { RawInstruction } from '../model/parse.ts';

/** A line as it stands in the file, without its line ending; lines count from 0. */
export interface PhysicalLine {
  readonly number: number;
  /** Offset of its first character. */
  readonly start: number;
  readonly text: string;
}

/** A line of an instruction that counts: blanks, text, blanks, and the escape character when the next line belongs to it. */
export interface Piece {
  readonly kind: 'piece';
  readonly lead: string;
  readonly core: string;
  readonly gap: string;
  readonly escaped: boolean;
  /** Which of the pieces it is; the first has the keyword. */
  readonly ordinal: number;
  /** Where `lead` begins in the joined text. */
  readonly index: number;
}

/** A comment inside a continued instruction. */
export interface Comment {
  readonly kind: 'comment';
  readonly lead: string;
  /** Without the blanks around it. */
  readonly core: string;
}

/** An empty line inside a continued instruction. */
export interface EmptyLine {
  readonly kind: 'empty';
  /** Its blanks, if it has any. */
  readonly lead: string;
}

export type Item = Piece | Comment | EmptyLine;

/** The lines of an instruction from its keyword on, here-documents not among them. */
export interface Layout {
  readonly firstLine: number;
  readonly items: readonly Item[];
  /** The pieces put together, as the parser does it. */
  readonly joined: string;
}

export function physicalLines(text: string): PhysicalLine[] {
  // A byte order mark is no part of the first line.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  return text
    .slice(start)
    .split('\n')
    .map((whole, number) => {
      const line = { number, start, text: whole.endsWith('\r') ? whole.slice(0, -1) : whole };
      start += whole.length + 1;
      return line;
    });
}

/** `undefined` for an instruction that is better left alone: it has blanks of other kinds, or a keyword on two lines. */
export function readLayout(
  { startLine, keyword, line }: RawInstruction,
  { lines, escape }: { readonly lines: readonly PhysicalLine[]; readonly escape: string },
): Layout | undefined {
  const items: Item[] = [];
  let [joined, ordinal] = ['', 0];
  for (let number = startLine; ; number += 1) {
    const text = lines[number]?.text;
    if (text === undefined || (number === lines.length - 1 && text === '')) break;
    if (number > startLine && isSkipped(text)) {
      items.push(aside(text));
      continue;
    }
    const body = continued(text, escape);
    const parts = divide(body ?? text);
    items.push({ kind: 'piece', ...parts, escaped: body !== undefined, ordinal, index: joined.length });
    ordinal += 1;
    joined += body ?? text;
    if (body === undefined) break;
  }
  // What comes after the last line that counts is outside, even when that line asks for another.
  while (items.length > 0 && items.at(-1)?.kind !== 'piece') items.pop();
  const trimmed = joined.trimStart();
  const [first] = items;
  const whole = first?.kind === 'piece' && first.core.startsWith(keyword);
  const same = trimmed.startsWith(keyword) && trimmed.slice(keyword.length) === line.text;
  if (!whole || !same || /[^\S \t]/.test(joined)) return undefined;
  return { firstLine: startLine, items, joined };
}

function aside(text: string): Comment | EmptyLine {
  const { lead, core } = divide(text);
  return core === '' ? { kind: 'empty', lead } : { kind: 'comment', lead, core };
}

function divide(text: string): { lead: string; core: string; gap: string } {
  const [, lead = '', core = '', gap = ''] = /^([ \t]*)(.*?)([ \t]*)$/s.exec(text) ?? [];
  return { lead, core, gap };
}
