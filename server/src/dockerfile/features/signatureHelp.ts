import type { ClientCapabilities, ParameterInformation, SignatureInformation } from 'vscode-languageserver';
import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import { cursorAt } from '../completion/cursor.ts';
import type { DockerfileDocument } from '../document.ts';
import { signaturesAt, type Signature } from '../signature/signatures.ts';

/** What an instruction, a flag or a directive takes, with the argument under the cursor marked. */
export async function provideSignatureHelp(
  document: DockerfileDocument,
  position: Position,
  client: ClientCapabilities,
): Promise<SignatureHelp | null> {
  const cursor = cursorAt(document, { offset: document.text.offsetAt(position), variables: false });
  // The library is loaded for its own directive only: it is a tenth of the server.
  if (cursor?.kind === 'comment' && cursor.head && /^\s*escape\s*=/i.test(cursor.before + cursor.after))
    return (await import('../library.ts')).directiveSignature(document.content, position);
  const found = cursor && signaturesAt(cursor);
  if (!found) return null;
  const offsets = client.textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport;
  return {
    signatures: found.signatures.map((signature) => toLsp(signature, offsets === true)),
    activeSignature: found.active,
    activeParameter: found.signatures[found.active]?.parameter ?? 0,
  };
}

function toLsp({ label, doc, parameters, parameter }: Signature, offsets: boolean): SignatureInformation {
  let from = 0;
  return {
    label,
    documentation: { kind: 'markdown', value: doc },
    parameters: parameters.map(({ label: text, doc: documentation }): ParameterInformation => {
      const start = label.indexOf(text, from);
      from = start + text.length;
      return { label: offsets ? [start, from] : text, documentation: { kind: 'markdown', value: documentation } };
    }),
    activeParameter: parameter,
  };
}
