import type { CommentLine } from '../../lint/directives.ts';
import { readHead, type ParserDirective } from './head.ts';
import { readHeredocs, type Heredoc } from './heredoc.ts';
import { LineReader, type PhysicalLine } from './lineReader.ts';
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
  readonly head: readonly ParserDirective[];
}

/**
 * Divides a Dockerfile into its instructions, in one pass; never fails. An escape character at the end of a line, with
 * blanks after it or not, takes the next line in; comment lines and empty lines between them do not count.
 * @see https://docs.docker.com/reference/dockerfile/#format
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  const reader = new LineReader(text);
  const head = readHead(text);
  const comments: CommentLine[] = [];
  const missing = new Set<string>();
  const escape = head.find(({ name, value }) => name === 'escape' && (value === '\\' || value === '`'))?.value ?? '\\';
  const instructions: RawInstruction[] = [];
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (isSkipped(line.text)) noteComment(line, comments);
    else instructions.push(readInstruction(line, { reader, escape, comments, text, missing }));
  }
  const directives = new Map(head.map((directive) => [directive.line, directive]));
  return { escape, instructions, head, comments: comments.map((comment) => directives.get(comment.line) ?? comment) };
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
  const heredocs = readHeredocs(text, { line: heredocLine(keyword, line), missing });
  const raw = { start: whole.offsetAt(at), startLine: first.number, keyword, line, heredocs };
  const closing = heredocs.length > 0 ? reader.skipTo(heredocs.at(-1)?.next ?? 0) : undefined;
  if (closing === undefined) return { ...raw, end, endLine: last.number };
  return { ...raw, end: closing.offset + closing.text.length, endLine: closing.number };
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
