import type { Range } from 'vscode-languageserver-types';
import type { DockerfileFile } from './file.ts';

/** The lines `from`…`to`, both included, with their line ending: what an edit takes to leave nothing of them. */
export function wholeLines({ document: { text } }: DockerfileFile, from: number, to = from): Range {
  if (to + 1 < text.lineCount) return { start: { line: from, character: 0 }, end: { line: to + 1, character: 0 } };
  const end = text.positionAt(text.getText().length);
  // At the end of the file there is no line ending after it, but one before it.
  return { start: from === 0 ? { line: 0, character: 0 } : endOf(text, from - 1), end };
}

function endOf(text: DockerfileFile['document']['text'], line: number): Range['start'] {
  const whole = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: whole.replace(/\r?\n$/, '').length };
}
