import { DockerAssist } from 'dockerfile-language-service/lib/dockerAssist.js';
import type { ClientCapabilities, CompletionItem, Position } from 'vscode-languageserver';
import type { DockerfileDocument } from '../document.ts';

type Registry = ConstructorParameters<typeof DockerAssist>[1];

/** The library asks Docker Hub for tags while one types; nobody asked for that, so it hears of none. */
const noRegistry = { getTags: () => Promise.resolve([]) } as unknown as Registry;

/** Instructions, flags, variables and stages that fit at the position. */
export async function provideCompletion(
  document: DockerfileDocument,
  position: Position,
  client: ClientCapabilities,
): Promise<CompletionItem[]> {
  const assist = new DockerAssist(document.text, noRegistry, client.textDocument?.completion?.completionItem ?? {});
  return assist.computeProposals(position);
}
