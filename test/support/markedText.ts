import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A text without its marker lines, and the ranges that these point at: a line of `^^^` marks what is above it. */
export function unmark(marked: string): { readonly text: string; readonly ranges: Range[] } {
  const lines: string[] = [];
  const ranges: Range[] = [];
  for (const line of marked.split('\n')) {
    if (!/^\s*\^[\s^]*$/.test(line) || lines.length === 0) {
      lines.push(line);
      continue;
    }
    for (const { 0: carets, index } of line.matchAll(/\^+/g)) {
      const at = lines.length - 1;
      ranges.push({ start: { line: at, character: index }, end: { line: at, character: index + carets.length } });
    }
  }
  return { text: lines.join('\n'), ranges };
}

/** A text without its `|`, and where that stood. */
export function caret(marked: string): { readonly text: string; readonly position: Position } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error('the text has no caret');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, position: TextDocument.create('', '', 0, text).positionAt(at) };
}

/** A text with edits applied, as an editor does it. Throws when they overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}
