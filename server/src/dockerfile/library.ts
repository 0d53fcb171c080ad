import { DockerSignatures } from 'dockerfile-language-service/lib/dockerSignatures.js';
import type { Position, SignatureHelp } from 'vscode-languageserver-types';

/**
 * What dockerfile-language-service says of the parser directive `escape`; `null` elsewhere. Only this part of it is bundled:
 * the rest is our own.
 */
export function directiveSignature(text: string, position: Position): SignatureHelp | null {
  // Declared to return help always; it returns null where there is none.
  const help = new DockerSignatures().computeSignatures(text, position) as SignatureHelp | null;
  return help === null || help.signatures.length === 0 ? null : help;
}
