import type { Hover, Position } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** What an instruction, flag or directive does; the value of a variable. */
export function provideHover(
  document: DockerfileDocument,
  position: Position,
  service: DockerfileLanguageService,
): Hover | null {
  return service.computeHover(document.content, position);
}
