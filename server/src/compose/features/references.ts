import type { Location, Position } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { type NavigationTools, targetAt } from '../navigation/target.ts';

export interface ReferencesOptions extends NavigationTools {
  readonly position: Position;
  readonly includeDeclaration: boolean;
}

/** Every place in the project, its env files and Dockerfiles that names the same. */
export async function provideReferences(
  document: ComposeDocument,
  { position, includeDeclaration, ...tools }: ReferencesOptions,
): Promise<Location[]> {
  const target = await targetAt(document, position, tools);
  if (!target) return [];
  const places = await target.places();
  if (includeDeclaration) return [...places];
  const defined = new Set((await target.definitions()).map(key));
  return places.filter((place) => !defined.has(key(place)));
}

function key({ uri, range: { start } }: Location): string {
  return `${uri} ${start.line} ${start.character}`;
}
