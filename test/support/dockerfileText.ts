import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { DockerfileDocument } from '../../server/src/dockerfile/document.ts';
import { readShellModules } from '../../server/src/shell/modules.ts';
import { loadShellParser } from '../../server/src/shell/parser.ts';
import { caret } from './markedText.ts';

export const shell = await loadShellParser(await readShellModules());

export function openDockerfile(text: string, uri = 'file:///project/Dockerfile'): DockerfileDocument {
  return new DockerfileDocument(TextDocument.create(uri, 'dockerfile', 1, text));
}

/** A document with the place of its `|`. */
export function openAt(marked: string): { document: DockerfileDocument; position: Range['start'] } {
  const { text, position } = caret(marked);
  return { document: openDockerfile(text), position };
}

/** `line:from-to text`, lines from 1: what a range takes in. */
export function shown({ text }: DockerfileDocument, range: Range): string {
  const { start, end } = range;
  const to = start.line === end.line ? String(end.character) : `${String(end.line + 1)}:${String(end.character)}`;
  return `${String(start.line + 1)}:${String(start.character)}-${to} ${text.getText(range).split('\n')[0] ?? ''}`;
}
