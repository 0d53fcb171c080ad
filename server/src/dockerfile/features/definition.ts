import type { Definition, Position } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Where a stage, variable or heredoc name is declared. */
export function provideDefinition(
  document: DockerfileDocument,
  position: Position,
  service: DockerfileLanguageService,
): Definition | null {
  // Declared to return a location always; it returns null where there is none.
  const definition: Definition | null = service.computeDefinition({ uri: document.uri }, document.content, position);
  return definition;
}
