import { lastIndex } from '../../lint/lastIndex.ts';
import type { ParserDirective } from './head.ts';
import type { Heredoc } from './heredoc.ts';
import type { PhysicalLine } from './lineReader.ts';
import type { ParsedDockerfile, RawInstruction } from './parse.ts';

/** What need not be read again of the version before. */
export interface Kept extends Remainder {
  readonly head: readonly ParserDirective[];
  /** Where reading goes on, after what stands before the change; at the beginning of the file when absent. */
  readonly resume?: { readonly offset: number; readonly line: number };
  /** All that follows, from a line on that was an instruction's first and has nothing changed after it. */
  restAt(line: PhysicalLine): Remainder | undefined;
}

export type Remainder = Pick<ParsedDockerfile, 'instructions' | 'comments'>;

/** Compares a text with the version before; `undefined` where their heads differ, and with them how the rest is read. */
export function keptFrom(
  before: ParsedDockerfile | undefined,
  { text, head }: { readonly text: string; readonly head: readonly ParserDirective[] },
): Kept | undefined {
  if (before === undefined || JSON.stringify(before.head) !== JSON.stringify(head)) return undefined;
  const { instructions, comments } = before;
  const { same, sameAtEnd } = commonEnds(before.text, text);
  const by = text.length - before.text.length;
  const bound = Math.min(
    lastIndex(instructions, ({ next }) => next <= same) + 1,
    indexOrEnd(instructions, ({ looksAhead }) => looksAhead),
  );
  const last = instructions[bound - 1];
  const resume = last && { offset: last.next, line: last.endLine + 1 };
  return {
    head: before.head,
    ...(resume && { resume }),
    instructions: instructions.slice(0, bound),
    comments: comments.slice(0, lastIndex(comments, ({ line }) => line < (resume?.line ?? 0)) + 1),
    restAt: ({ offset, number }) => {
      const at = offset - by;
      if (at < before.text.length - sameAtEnd) return undefined;
      const index = lastIndex(instructions, ({ lineStart }) => lineStart < at) + 1;
      const first = instructions[index];
      if (first?.lineStart !== at) return undefined;
      const lines = number - first.startLine;
      return {
        instructions: instructions.slice(index).map((instruction) => moved(instruction, { by, lines })),
        comments: comments
          .slice(lastIndex(comments, ({ line }) => line < first.startLine) + 1)
          .map(({ line, text }) => ({ line: line + lines, text })),
      };
    },
  };
}

/** How many characters two texts begin with, and how many of the others they end with, that are the same. */
function commonEnds(before: string, text: string): { readonly same: number; readonly sameAtEnd: number } {
  const shorter = Math.min(before.length, text.length);
  const same = longest(shorter, (from, to) => before.slice(from, to) === text.slice(from, to));
  const sameAtEnd = longest(shorter - same, (from, to) => fromEnd(before, from, to) === fromEnd(text, from, to));
  return { same, sameAtEnd };
}

function fromEnd(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}

/** The greatest length up to a limit of which all pieces hold: by the thousand first, as pieces are compared quickly. */
function longest(limit: number, holds: (from: number, to: number) => boolean): number {
  let length = 0;
  for (const piece of [4096, 64, 1]) while (length + piece <= limit && holds(length, length + piece)) length += piece;
  return length;
}

function indexOrEnd<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const index = items.findIndex(holds);
  return index < 0 ? items.length : index;
}

function moved(
  instruction: RawInstruction,
  { by, lines }: { readonly by: number; readonly lines: number },
): RawInstruction {
  if (by === 0 && lines === 0) return instruction;
  const { lineStart, next, start, end, startLine, endLine, line, heredocs } = instruction;
  return {
    ...instruction,
    lineStart: lineStart + by,
    next: next + by,
    start: start + by,
    end: end + by,
    startLine: startLine + lines,
    endLine: endLine + lines,
    line: line.moved(by),
    heredocs: heredocs.length === 0 ? heredocs : heredocs.map((heredoc) => movedHeredoc(heredoc, by)),
  };
}

function movedHeredoc({ body, ...heredoc }: Heredoc, by: number): Heredoc {
  return {
    ...heredoc,
    start: heredoc.start + by,
    end: heredoc.end + by,
    body: { start: body.start + by, end: body.end + by },
    next: heredoc.next + by,
  };
}
