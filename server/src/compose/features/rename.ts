import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Refusal } from '../../language.ts';
import type { ComposeDocument } from '../document.ts';
import { type NavigationTools, targetAt } from '../navigation/target.ts';

/** The name under the cursor when it can be renamed, `null` when there is none. */
export async function prepareRename(
  document: ComposeDocument,
  position: Position,
  tools: NavigationTools,
): Promise<Range | Refusal | null> {
  const target = await targetAt(document, position, tools);
  if (!target) return null;
  const refused = target.refuses('renamed');
  return refused === undefined ? target.word : { refused };
}

/** Renames what a word names in every file of the project, a variable in its env file, too, a stage or argument in the Dockerfile. */
export async function provideRename(
  document: ComposeDocument,
  { position, newName, ...tools }: NavigationTools & { readonly position: Position; readonly newName: string },
): Promise<WorkspaceEdit | Refusal | null> {
  return (await (await targetAt(document, position, tools))?.rename(newName)) ?? null;
}
