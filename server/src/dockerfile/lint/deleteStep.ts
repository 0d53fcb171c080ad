import type { TextEdit } from 'vscode-languageserver-types';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** The edit that takes an instruction out, with its lines and its here-documents. */
export function deleteStep(file: DockerfileFile, { start, end }: Step): TextEdit {
  const { text } = file.source;
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  if (newline >= 0) return { range: file.range({ start: first, end: newline + 1 }), newText: '' };
  const before = text.slice(0, first).replace(/\r?\n$/, '').length;
  return { range: file.range({ start: before, end: text.length }), newText: '' };
}
