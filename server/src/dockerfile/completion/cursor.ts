import type { DockerfileDocument } from '../document.ts';
import { continued, isSkipped } from '../model/logicalLine.ts';
import type { RawInstruction } from '../model/parse.ts';
import { triggerOf } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { placeIn, type Place } from './place.ts';
import { lineAt, tokenAt, type PhysicalLine, type Token } from './token.ts';

/** What may be written at the cursor. */
export type Cursor = Place | KeywordCursor | CommentCursor;

export interface KeywordCursor {
  readonly kind: 'keyword';
  readonly token: Token;
  /** The keyword of what an `ONBUILD` will do. */
  readonly trigger: boolean;
  /** Nothing follows on the line. */
  readonly alone: boolean;
}

export interface CommentCursor {
  readonly kind: 'comment';
  readonly offset: number;
  /** What stands between the `#` and the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
  /** Parser directives may stand here: nothing but such lines comes before. */
  readonly head: boolean;
}

interface Asked {
  readonly offset: number;
  /** A variable's name is a place of its own; else it is a part of the argument or flag that it stands in. */
  readonly variables: boolean;
}

/** Finds what the cursor is in; `undefined` where nothing can be completed, as in a here-document. */
export function cursorAt(document: DockerfileDocument, { offset, variables }: Asked): Cursor | undefined {
  const line = { ...lineAt(document, offset), variables };
  const raw = document.parsed.instructions.findLast(({ startLine }) => startLine <= line.number);
  if (raw && isInHeredoc(document, raw, line))
    return /^\s*#\s*shellcheck\s/.test(line.text) ? commentAt(document, line) : undefined;
  const comment = line.number === raw?.startLine ? undefined : commentAt(document, line);
  if (comment !== undefined || line.text.trimStart().startsWith('#')) return comment;
  if (!raw || !(line.number <= raw.endLine || isOpen(document, raw))) return keywordAlone(line);
  return inInstruction(document, raw, line);
}

interface CursorLine extends PhysicalLine {
  readonly variables: boolean;
}

function isInHeredoc({ text }: DockerfileDocument, { heredocs }: RawInstruction, line: PhysicalLine): boolean {
  return heredocs.some(
    ({ body, next, closed, end }) =>
      line.offset >= body.start && (line.offset < next || !closed) && text.positionAt(end).line < line.number,
  );
}

function commentAt({ parsed, content }: DockerfileDocument, line: PhysicalLine): CommentCursor | undefined {
  const [, lead, text] = /^([ \t]*#)(.*)$/.exec(line.text) ?? [];
  if (lead === undefined || text === undefined || line.column < lead.length) return undefined;
  const directives = parsed.head.filter((directive) => directive.line < line.number).length;
  return {
    kind: 'comment',
    offset: line.offset,
    before: line.text.slice(lead.length, line.column),
    after: line.text.slice(line.column),
    // A `#!` line may come before them, and nothing else.
    head: directives + (content.startsWith('#!') ? 1 : 0) === line.number,
  };
}

/** The file ends within the instruction: what is written next belongs to it. */
function isOpen({ text, parsed }: DockerfileDocument, { endLine, heredocs }: RawInstruction): boolean {
  const start = { line: endLine, character: 0 };
  const last = text.getText({ start, end: { line: endLine + 1, character: 0 } });
  return heredocs.length === 0 && continued(last.replace(/\r?\n$/, ''), parsed.escape) !== undefined;
}

function keywordAlone({ text, offset }: PhysicalLine): KeywordCursor | undefined {
  const token = { start: offset, end: offset, typed: '' };
  return text.trim() === '' ? { kind: 'keyword', token, trigger: false, alone: true } : undefined;
}

function inInstruction(document: DockerfileDocument, raw: RawInstruction, line: CursorLine): Cursor | undefined {
  const { offset } = line;
  const start = raw.start;
  const end = start + raw.keyword.length;
  if (offset < start) return undefined;
  if (offset <= end) {
    const written = offset - start;
    const token = tokenAt(line, { typed: raw.keyword.slice(0, written), rest: raw.keyword.slice(written) });
    return { kind: 'keyword', token, trigger: false, alone: raw.line.text.trim() === '' };
  }
  const before = line.text.slice(0, line.column);
  const isPastEnd =
    continued(before, document.parsed.escape) !== undefined && line.text.slice(line.column).trim() === '';
  if (isPastEnd && isContinued(document, line)) return undefined;
  const step = stepOf(document, raw);
  return step && inStep(document, step, line);
}

function isContinued({ parsed }: DockerfileDocument, { text }: PhysicalLine): boolean {
  return continued(text, parsed.escape) !== undefined;
}

function inStep(document: DockerfileDocument, step: Step, line: CursorLine): Cursor | undefined {
  const index = step.line.indexAt(line.offset);
  // An empty line within an instruction does not count, but the blanks before what is written there will.
  const blanks = isSkipped(line.text) ? line.text.slice(0, line.column) : '';
  const before = step.line.text.slice(0, index) + blanks;
  const after = step.line.text.slice(index);
  if (step.name !== 'ONBUILD') return placeIn(step, { before, after, line, variables: line.variables });
  // An ONBUILD in an ONBUILD cannot be built, and a line of thousands of them cannot be followed.
  if (step.onbuild !== undefined) return undefined;
  const [, typed] = /^\s+(\S*)$/.exec(before) ?? [];
  if (typed === undefined) {
    const trigger = triggerOf(step, { text: document.content, escape: step.escape });
    return trigger && inStep(document, trigger, line);
  }
  const rest = /^\S*/.exec(after)?.[0] ?? '';
  const token = tokenAt(line, { typed, rest });
  return { kind: 'keyword', token, trigger: true, alone: after.slice(rest.length).trim() === '' };
}

function stepOf({ stages }: DockerfileDocument, { start }: RawInstruction): Step | undefined {
  for (const { from, steps } of stages) {
    if (from?.start === start) return from;
    const found = steps.find((step) => step.start === start);
    if (found) return found;
  }
  return undefined;
}
