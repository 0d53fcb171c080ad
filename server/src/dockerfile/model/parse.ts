import type { CommentLine } from '../../lint/directives.ts';
import { readHeredocs, type Heredoc } from './heredoc.ts';
import { continued, isSkipped, LogicalLine, type Part } from './logicalLine.ts';

/** An instruction as it stands in the file. Offsets are UTF-16 units, lines count from 0. */
export interface RawInstruction {
  /** Where the keyword begins. */
  readonly start: number;
  /** One past the last character, that of its last here-document's closing line included. */
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly keyword: string;
  /** What follows the keyword, its physical lines joined as BuildKit joins them. */
  readonly line: LogicalLine;
  /** In the order of their bodies, which follow the line. */
  readonly heredocs: readonly Heredoc[];
}

export interface ParsedDockerfile {
  /** What continues a line at its end: a backslash, or a backtick where `# escape` says so. */
  readonly escape: string;
  readonly instructions: readonly RawInstruction[];
  /** Every comment, those inside continued instructions too. */
  readonly comments: readonly CommentLine[];
  /** The parser directives among them: they come before anything else. */
  readonly head: readonly CommentLine[];
}

/**
 * Divides a Dockerfile into its instructions, in one pass; never fails. An escape character at the end of a line, with
 * blanks after it or not, takes the next line in; comment lines and empty lines between them do not count.
 * @see https://docs.docker.com/reference/dockerfile/#format
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  const reader = new LineReader(text);
  const comments: CommentLine[] = [];
  const head = readHead(text);
  const escape = head.map((directive) => /^escape\s*=\s*([\\`])\s*$/i.exec(directive.text)?.[1]).find(Boolean) ?? '\\';
  const instructions: RawInstruction[] = [];
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (isSkipped(line.text)) noteComment(line, comments);
    else instructions.push(readInstruction(line, { reader, escape, comments, text }));
  }
  const headLines = new Set(head.map((directive) => directive.line));
  return { escape, instructions, comments, head: comments.filter(({ line }) => headLines.has(line)) };
}

interface PhysicalLine {
  readonly number: number;
  readonly offset: number;
  /** Without its line ending. */
  readonly text: string;
}

class LineReader {
  readonly #text: string;
  #offset = 0;
  #number = -1;

  constructor(text: string) {
    this.#text = text;
    // A byte order mark is no part of the first instruction.
    if (text.startsWith('\uFEFF')) this.#offset = 1;
  }

  next(): PhysicalLine | undefined {
    const offset = this.#offset;
    if (offset >= this.#text.length) return undefined;
    const newline = this.#text.indexOf('\n', offset);
    const end = newline < 0 ? this.#text.length : newline;
    this.#offset = newline < 0 ? this.#text.length : newline + 1;
    this.#number += 1;
    const carriage = this.#text.charAt(end - 1) === '\r' && end > offset;
    return { number: this.#number, offset, text: this.#text.slice(offset, carriage ? end - 1 : end) };
  }

  /** Passes over what ends before an offset. Answers the last line passed over. */
  skipTo(offset: number): PhysicalLine | undefined {
    let last: PhysicalLine | undefined;
    while (this.#offset < offset) last = this.next();
    return last;
  }
}

interface Reading {
  readonly reader: LineReader;
  readonly escape: string;
  readonly comments: CommentLine[];
  readonly text: string;
}

function readInstruction(first: PhysicalLine, { reader, escape, comments, text }: Reading): RawInstruction {
  const parts: Part[] = [];
  let joined = '';
  let last = first;
  for (let line: PhysicalLine | undefined = first; line !== undefined; line = reader.next()) {
    if (line !== first && isSkipped(line.text)) {
      noteComment(line, comments);
      continue;
    }
    last = line;
    const body = continued(line.text, escape);
    parts.push({ index: joined.length, offset: line.offset });
    joined += body ?? line.text;
    if (body === undefined) break;
  }
  const whole = new LogicalLine(joined, parts);
  const lead = joined.search(/\S/);
  const at = Math.max(lead, 0);
  const keyword = /^\S*/.exec(joined.slice(at))?.[0] ?? '';
  const line = whole.slice(at + keyword.length);
  const end = last.offset + last.text.trimEnd().length;
  const heredocs = /^(run|copy|add|onbuild)$/i.test(keyword) ? readHeredocs(text, line) : [];
  const raw = { start: whole.offsetAt(at), startLine: first.number, keyword, line, heredocs };
  const closing = heredocs.length > 0 ? reader.skipTo(heredocs.at(-1)?.next ?? 0) : undefined;
  if (closing === undefined) return { ...raw, end, endLine: last.number };
  return { ...raw, end: closing.offset + closing.text.length, endLine: closing.number };
}

function noteComment({ number, text }: PhysicalLine, comments: CommentLine[]): void {
  const comment = /^[ \t]*#(.*)$/.exec(text);
  if (comment) comments.push({ line: number, text: (comment[1] ?? '').trim() });
}

/**
 * The parser directives: `# key=value` lines at the very head. A `#!` line may come before; the first other line ends them.
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
function readHead(text: string): CommentLine[] {
  const head: CommentLine[] = [];
  const reader = new LineReader(text);
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (line.number === 0 && line.text.startsWith('#!')) continue;
    const directive = /^[ \t]*#\s*((syntax|escape|check)\s*=.*)$/i.exec(line.text);
    if (directive === null) break;
    head.push({ line: line.number, text: (directive[1] ?? '').trim() });
  }
  return head;
}
