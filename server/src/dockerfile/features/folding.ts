import type { FoldingRange } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Instructions over several lines, and comment blocks. */
export function provideFolding(document: DockerfileDocument, service: DockerfileLanguageService): FoldingRange[] {
  return service.computeFoldingRanges(document.content);
}
