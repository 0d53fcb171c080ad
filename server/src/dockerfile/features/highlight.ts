import type { DocumentHighlight, Position } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Every place that names the same stage, variable or heredoc. */
export function provideHighlights(
  document: DockerfileDocument,
  position: Position,
  service: DockerfileLanguageService,
): DocumentHighlight[] {
  return service.computeHighlightRanges(document.content, position);
}
