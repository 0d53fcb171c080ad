import type { DockerfileDocument } from '../document.ts';
import { continued } from '../model/logicalLine.ts';

/** The text that a completion replaces, by offsets in the document; it never goes over the end of a line. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What is written of it before the cursor. */
  readonly typed: string;
}

/** The line that the cursor is in, without its line ending. */
export interface PhysicalLine {
  readonly number: number;
  readonly text: string;
  /** The same without the escape character that continues it. */
  readonly body: string;
  /** Of the cursor: in the document, and in the line. */
  readonly offset: number;
  readonly column: number;
}

export function lineAt({ text, parsed }: DockerfileDocument, offset: number): PhysicalLine {
  const { line: number, character: column } = text.positionAt(offset);
  const end = { line: number + 1, character: 0 };
  const whole = text.getText({ start: { line: number, character: 0 }, end });
  // A byte order mark is no part of the first line, but it has a place.
  const line = whole.replace(/\r?\n$/, '').replace('\uFEFF', ' ');
  return { number, text: line, body: continued(line, parsed.escape) ?? line, offset, column };
}

/** What follows the last blank; by hand, because a pattern would try each place of a long line. */
export function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}

/** The token around the cursor, from how much of it stands before and behind on the logical line. */
export function tokenAt(
  { body, offset, column }: PhysicalLine,
  { typed, rest }: { readonly typed: string; readonly rest: string },
): Token {
  const before = body.slice(0, column).trimStart().length;
  const behind = /^\S*/.exec(body.slice(column))?.[0].length ?? 0;
  return {
    start: offset - Math.min(typed.length, before),
    end: offset + Math.min(rest.length, behind),
    typed,
  };
}
