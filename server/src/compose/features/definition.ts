import type { Definition, Position } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { type NavigationTools, targetAt } from '../navigation/target.ts';

/** Where what a word names is defined: in this file, another of the project, an env file or a Dockerfile. */
export async function provideDefinition(
  document: ComposeDocument,
  position: Position,
  tools: NavigationTools,
): Promise<Definition | null> {
  const found = (await (await targetAt(document, position, tools))?.definitions()) ?? [];
  return found.length > 0 ? [...found] : null;
}
