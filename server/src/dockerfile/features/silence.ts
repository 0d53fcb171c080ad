import type { TextEdit } from 'vscode-languageserver-types';
import type { SilenceScope } from '../../language.ts';
import {
  checkValue,
  experimentalChecks,
  isCheckName,
  readIgnore,
  readPragma,
  type CommentLine,
} from '../../lint/directives.ts';
import type { Problem } from '../../lint/problem.ts';
import type { DockerfileDocument } from '../document.ts';

export interface SilenceOptions {
  readonly scope: SilenceScope;
  /** `disable-ignore-pragma`: hadolint's comments would not be heard. */
  readonly pragmasDisabled?: boolean;
}

/** Under which name a problem can be ignored, by the kinds of comments. */
interface Names {
  readonly code: string | undefined;
  readonly check: string | undefined;
  readonly own: string;
}

/**
 * The edit that ignores a problem: hadolint's pragma where it has a code for it, else BuildKit's `check`, else our own;
 * a comment of that kind that is already there is extended. `null` where that cannot be.
 */
export function provideSilence(
  document: DockerfileDocument,
  problem: Problem,
  { scope, pragmasDisabled = false }: SilenceOptions,
): TextEdit | null {
  if (problem.kind !== 'rule') return null;
  const names: Names = {
    code: pragmasDisabled ? undefined : problem.codes.find((name) => /^(DL|SC)\d+$/.test(name)),
    // At the head, `skip` does not switch off what `experimental` has switched on.
    check: problem.codes.find((name) => isCheckName(name) && !experimentalChecks.has(name)),
    own: problem.id,
  };
  const { line } = problem.range.start;
  if (scope === 'file') return inFile(document, names);
  return scope === 'stage' ? inStage(document, names, line) : above(document, names, line);
}

/** What the configuration's `ignored` knows a problem by. */
export function nameInConfig({ codes, id }: Problem): string {
  return codes.find((name) => /^(DL|SC)\d+$/.test(name)) ?? id;
}

function above(document: DockerfileDocument, { code, check, own }: Names, line: number): TextEdit {
  const owner = document.parsed.instructions.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
  const at = owner?.startLine ?? line;
  const block = commentsAbove(document, at);
  const pragma = pragmaOf(block.at(-1));
  // hadolint hears one comment only, the one directly above: what is there already has to stay there.
  if (code !== undefined && pragma?.scope !== 'stage') {
    if (pragma && pragma.scope === undefined) return extendPragma(document, block.at(-1), code);
    return insert(document, { at, like: at, comment: `hadolint ignore=${code}` });
  }
  const before = pragma && pragma.scope !== 'global' ? at - 1 : at;
  const said = block.find(({ text }) => checkValue(text) !== undefined);
  if (check !== undefined && said) return extendCheck(document, said, check);
  // Where only directives stand before it, a `check` comment would be one of them, and count for the whole file.
  if (check !== undefined && before > headEnd(document))
    return insert(document, { at: before, like: at, comment: `check=skip=${check}` });
  const ours = block.find(({ text }) => hasScope(readIgnore(text), undefined));
  if (ours) return extendPragma(document, ours, own);
  return insert(document, { at: before, like: at, comment: `gantry ignore=${own}` });
}

/** `null` on a `FROM`, to which such a comment does not apply, and where the stage is the whole file. */
function inStage(document: DockerfileDocument, { code, own }: Names, line: number): TextEdit | null {
  const froms = document.parsed.instructions.filter(({ keyword }) => keyword.toUpperCase() === 'FROM');
  const from = froms.findLast(({ startLine }) => startLine <= line);
  if (froms.length < 2 || from === undefined || line <= from.endLine) return null;
  const at = from.startLine;
  const block = commentsAbove(document, at);
  const pragma = pragmaOf(block.at(-1));
  if (code !== undefined && (pragma === undefined || pragma.scope !== undefined)) {
    if (pragma?.scope === 'stage') return extendPragma(document, block.at(-1), code);
    return insert(document, { at, like: at, comment: `hadolint stage ignore=${code}` });
  }
  const ours = block.find(({ text }) => hasScope(readIgnore(text), 'stage'));
  if (ours) return extendPragma(document, ours, own);
  const before = pragma && pragma.scope !== 'global' ? at - 1 : at;
  return insert(document, { at: before, like: at, comment: `gantry stage ignore=${own}` });
}

function inFile(document: DockerfileDocument, { code, check, own }: Names): TextEdit {
  const { comments, head } = document.parsed;
  // Parser directives must stay the first lines: another comment before them would make them comments.
  const at = headEnd(document);
  if (code !== undefined) {
    const said = comments.find(({ text }) => hasScope(readPragma(text), 'global'));
    return said
      ? extendPragma(document, said, code)
      : insert(document, { at, comment: `hadolint global ignore=${code}` });
  }
  if (check !== undefined) {
    const said = head.find(({ text }) => checkValue(text) !== undefined);
    return said ? extendCheck(document, said, check) : insert(document, { at, comment: `check=skip=${check}` });
  }
  const said = comments.find(({ text }) => hasScope(readIgnore(text), 'global'));
  return said ? extendPragma(document, said, own) : insert(document, { at, comment: `gantry global ignore=${own}` });
}

/** The comments that end directly above a line, without the file's directives. */
function commentsAbove({ parsed: { comments, head } }: DockerfileDocument, line: number): CommentLine[] {
  const directives: readonly CommentLine[] = head;
  const byLine = new Map(comments.map((comment) => [comment.line, comment]));
  const block: CommentLine[] = [];
  for (
    let comment = byLine.get(line - 1);
    comment && !directives.includes(comment);
    comment = byLine.get(comment.line - 1)
  )
    block.unshift(comment);
  return block;
}

/** What hadolint ignores by a comment; `undefined` for any other comment, and for `shell`, which need not be directly above. */
function pragmaOf(comment: CommentLine | undefined): ReturnType<typeof readPragma> {
  const pragma = comment && readPragma(comment.text);
  return pragma?.shell === undefined ? pragma : undefined;
}

function hasScope(pragma: ReturnType<typeof readPragma>, scope: string | undefined): boolean {
  return pragma !== undefined && pragma.shell === undefined && pragma.scope === scope;
}

/** The line after the parser directives and a `#!` line before them. */
function headEnd({ content, parsed: { head } }: DockerfileDocument): number {
  const last = head.at(-1);
  return last === undefined ? (/^\uFEFF?#!/.test(content) ? 1 : 0) : last.line + 1;
}

/** Adds a name to the list of an ignore comment, before its reason. */
function extendPragma(document: DockerfileDocument, comment: CommentLine | undefined, name: string): TextEdit {
  return after(document, { comment, pattern: /^[^=]*=\s*[\w-]+(?:\s*,\s*[\w-]+)*/, newText: `,${name}` });
}

/** Adds a check to those that a `check` comment skips, before its reason. */
function extendCheck(document: DockerfileDocument, comment: CommentLine, check: string): TextEdit {
  const skips = /^[^=]*=\s*(?:[^\s;]*;)*skip=[\w,]+/;
  return skips.test(comment.text)
    ? after(document, { comment, pattern: skips, newText: `,${check}` })
    : after(document, { comment, pattern: /^[^=]*=\s*\S+/, newText: `;skip=${check}` });
}

function after(
  document: DockerfileDocument,
  { comment, pattern, newText }: { comment: CommentLine | undefined; pattern: RegExp; newText: string },
): TextEdit {
  const line = comment?.line ?? 0;
  const character = pattern.exec(lineAt(document, line))?.[0].length ?? 0;
  return { range: { start: { line, character }, end: { line, character } }, newText };
}

/** A new comment line before line `at`, indented like another one. */
function insert(
  document: DockerfileDocument,
  { at, like, comment }: { readonly at: number; readonly like?: number; readonly comment: string },
): TextEdit {
  const { content, text } = document;
  const indent = like === undefined ? '' : (/^[ \t]*/.exec(lineAt(document, like))?.[0] ?? '');
  const eol = content.includes('\r\n') ? '\r\n' : '\n';
  if (at < text.lineCount) {
    // A byte order mark stays the first character.
    const start = { line: at, character: at === 0 && content.startsWith('\uFEFF') ? 1 : 0 };
    return { range: { start, end: start }, newText: `${indent}# ${comment}${eol}` };
  }
  const end = text.positionAt(content.length);
  return { range: { start: end, end }, newText: `${eol}# ${comment}` };
}

function lineAt({ text }: DockerfileDocument, line: number): string {
  return text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/\r?\n$/, '');
}
