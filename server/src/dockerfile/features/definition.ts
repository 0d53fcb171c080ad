import type { Definition, Position } from 'vscode-languageserver-types';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { nameAt } from '../model/names.ts';

/** Where a stage, variable or heredoc name is declared. */
export function provideDefinition(
  document: DockerfileDocument,
  position: Position,
  shell?: ShellParser,
): Definition | null {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  return name ? { uri: document.uri, range: document.range(name.definition) } : null;
}
