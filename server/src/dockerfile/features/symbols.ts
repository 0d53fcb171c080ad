import type { SymbolInformation } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** The file's instructions. */
export function provideSymbols(document: DockerfileDocument, service: DockerfileLanguageService): SymbolInformation[] {
  return service.computeSymbols({ uri: document.uri }, document.content);
}
