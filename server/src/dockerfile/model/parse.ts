import type { CommentLine } from '../../lint/directives.ts';
import { readHead, type ParserDirective } from './head.ts';
import { hidesHeredocs, readHeredocs, type Heredoc } from './heredoc.ts';
import { LineReader, type PhysicalLine } from './lineReader.ts';
import { Notes } from './notes.ts';
import { keptFrom, type Remainder } from './kept.ts';
import { continued, isSkipped, LogicalLine, type Part } from './logicalLine.ts';

/** An instruction as it stands in the file. Offsets are UTF-16 units, lines count from 0. */
export interface RawInstruction {
  /** The same in every version of the file in which this instruction stays as it is, wherever it stands. */
  readonly notes: Notes;
  /** Where its first line begins. */
  readonly lineStart: number;
  /** Where the line after it begins; infinite when the file ends before it does. */
  readonly next: number;
  /** Where the keyword begins. */
  readonly start: number;
  /** One past the last character, that of its last here-document's closing line included. */
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly keyword: string;
  /** The keyword in upper case. */
  readonly name: string;
  /** What follows the keyword, its physical lines joined as BuildKit joins them. */
  readonly line: LogicalLine;
  /** In the order of their bodies, which follow the line. */
  readonly heredocs: readonly Heredoc[];
  /** The lines after it decide how it is read: whether a here-document is one that nothing closes yet. */
  readonly looksAhead: boolean;
}

export interface ParsedDockerfile {
  readonly text: string;
  /** What continues a line at its end: a backslash, or a backtick where `# escape` says so. */
  readonly escape: string;
  readonly instructions: readonly RawInstruction[];
  /** Every comment, those inside continued instructions too. */
  readonly comments: readonly CommentLine[];
  /** The parser directives among them: they come before anything else. */
  readonly head: readonly ParserDirective[];
}

/**
 * Divides a Dockerfile into its instructions, in one pass; never fails. An escape character at the end of a line, with
 * blanks after it or not, takes the next line in; comment lines and empty lines between them do not count. With the version
 * before, only the lines that changed are read.
 * @see https://docs.docker.com/reference/dockerfile/#format
 */
export function parseDockerfile(text: string, before?: ParsedDockerfile): ParsedDockerfile {
  const read = readHead(text);
  const kept = keptFrom(before, { text, head: read });
  const head = kept?.head ?? read;
  const escape = head.find(({ name, value }) => name === 'escape' && (value === '\\' || value === '`'))?.value ?? '\\';
  const reader = new LineReader(text, kept?.resume);
  const comments: CommentLine[] = [];
  const missing = new Set<string>();
  const directives = new Map(head.map((directive) => [directive.line, directive]));
  const instructions: RawInstruction[] = [];
  let rest: Remainder | undefined;
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    rest = kept?.restAt(line);
    if (rest !== undefined) break;
    if (isSkipped(line.text)) noteComment(line, comments);
    else instructions.push(readInstruction(line, { reader, escape, comments, text, missing }));
  }
  return {
    text,
    escape,
    head,
    instructions: [...(kept?.instructions ?? []), ...instructions, ...(rest?.instructions ?? [])],
    comments: [
      ...(kept?.comments ?? []),
      ...comments.map((comment) => directives.get(comment.line) ?? comment),
      ...(rest?.comments ?? []),
    ],
  };
}

interface Reading {
  readonly reader: LineReader;
  readonly escape: string;
  readonly comments: CommentLine[];
  readonly text: string;
  /** Names of here-documents that nothing closes. */
  readonly missing: Set<string>;
}

function readInstruction(first: PhysicalLine, { reader, escape, comments, text, missing }: Reading): RawInstruction {
  const parts: Part[] = [];
  let joined = '';
  let last = first;
  let goesOn = true;
  for (let line: PhysicalLine | undefined = first; line !== undefined; line = reader.next()) {
    if (line !== first && isSkipped(line.text)) {
      noteComment(line, comments);
      continue;
    }
    last = line;
    const body = continued(line.text, escape);
    parts.push({ index: joined.length, offset: line.offset });
    joined += body ?? line.text;
    goesOn = body !== undefined;
    if (!goesOn) break;
  }
  const whole = new LogicalLine(joined, parts);
  const lead = joined.search(/\S/);
  const at = Math.max(lead, 0);
  const keyword = /^\S*/.exec(joined.slice(at))?.[0] ?? '';
  const line = whole.slice(at + keyword.length);
  const end = last.offset + last.text.trimEnd().length;
  const heredocs = readHeredocs(text, { line: heredocLine(keyword, line), missing });
  const raw = {
    notes: new Notes(),
    lineStart: first.offset,
    start: whole.offsetAt(at),
    startLine: first.number,
    keyword,
    name: keyword.toUpperCase(),
    line,
    heredocs,
    looksAhead: looksAhead(line.text, heredocs),
  };
  const closing = heredocs.length > 0 ? reader.skipTo(heredocs.at(-1)?.next ?? 0) : undefined;
  const next = goesOn || !reader.hasEnded ? Number.POSITIVE_INFINITY : reader.offset;
  if (closing === undefined) return { ...raw, next, end, endLine: last.number };
  return { ...raw, next, end: closing.offset + closing.text.length, endLine: closing.number };
}

function looksAhead(text: string, heredocs: readonly Heredoc[]): boolean {
  if (!text.includes('<<')) return false;
  return heredocs.length === 0 ? hidesHeredocs(text) : heredocs.some(({ closed }) => !closed);
}

function noteComment({ number, text }: PhysicalLine, comments: CommentLine[]): void {
  const comment = /^[ \t]*#(.*)$/.exec(text);
  if (comment) comments.push({ line: number, text: (comment[1] ?? '').trim() });
}

/** The arguments in which here-documents may begin: those of `RUN`, `COPY` and `ADD`, behind `ONBUILD` or not. */
function heredocLine(keyword: string, line: LogicalLine): LogicalLine {
  if (/^(run|copy|add)$/i.test(keyword)) return line;
  const trigger = /^onbuild$/i.test(keyword) ? /^\s*(run|copy|add)(?=\s)/i.exec(line.text) : null;
  return line.slice(trigger === null ? line.text.length : trigger[0].length);
}
