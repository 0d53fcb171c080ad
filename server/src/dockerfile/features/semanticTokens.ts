import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** In the library's order: a token names its type by its place here, and its modifiers by their bits. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [
    'keyword',
    'comment',
    'parameter',
    'property',
    'namespace',
    'class',
    'macro',
    'string',
    'variable',
    'operator',
    'modifier',
  ],
  tokenModifiers: ['declaration', 'definition', 'deprecated'],
};

/** The meaning of each word of the file, encoded as LSP asks. */
export function provideSemanticTokens(
  document: DockerfileDocument,
  service: DockerfileLanguageService,
): SemanticTokens {
  return service.computeSemanticTokens(document.content);
}
