import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** The name under the cursor that can be renamed, `null` when there is none. */
export function prepareRename(
  document: DockerfileDocument,
  position: Position,
  service: DockerfileLanguageService,
): Range | null {
  return service.prepareRename(document.content, position);
}

/** Renames a stage, variable or heredoc with everything that refers to it. */
export function provideRename(
  { document, position, newName }: { document: DockerfileDocument; position: Position; newName: string },
  service: DockerfileLanguageService,
): WorkspaceEdit | null {
  const { uri, content } = document;
  const edits = service.computeRename({ uri }, content, position, newName);
  return edits.length === 0 ? null : { changes: { [uri]: edits } };
}
