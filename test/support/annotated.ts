import type { Range } from 'vscode-languageserver-types';

/**
 * Text with notes under its lines, as `   ^^^^ message`: the carets stand under what the note is about. `^` under the
 * place itself marks an empty range. A range over several lines is marked on its first.
 */
const note = /^( *)(\^+)(?: (.*))?$/;

/** The text without its notes. */
export function withoutNotes(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !note.test(line))
    .join('\n');
}

/** Writes notes under the lines of a text, to be compared with what was expected. */
export function withNotes(text: string, notes: readonly { readonly range: Range; readonly message: string }[]): string {
  const sorted = [...notes].sort((a, b) => a.range.start.character - b.range.start.character);
  const lines: string[] = [];
  for (const [number, line] of text.split('\n').entries()) {
    lines.push(line);
    for (const { range, message } of sorted)
      if (range.start.line === number) lines.push(draw(range, { line, message }));
  }
  return lines.join('\n');
}

function draw({ start, end }: Range, { line, message }: { line: string; message: string }): string {
  const last = end.line === start.line ? end.character : line.length;
  return `${' '.repeat(start.character)}${'^'.repeat(Math.max(1, last - start.character))} ${message}`;
}
