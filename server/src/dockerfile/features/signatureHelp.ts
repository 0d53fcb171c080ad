import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** What an instruction takes, with the argument under the cursor marked. */
export function provideSignatureHelp(
  document: DockerfileDocument,
  position: Position,
  service: DockerfileLanguageService,
): SignatureHelp | null {
  const help = service.computeSignatureHelp(document.content, position) as SignatureHelp | null;
  return help === null || help.signatures.length === 0 ? null : help;
}
