import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { BuildUse, Refusal } from '../../language.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { nameAt } from '../model/names.ts';
import { builtPlaces } from './builtPlaces.ts';

/** The name under the cursor when it can be renamed, `null` when there is none. */
export function prepareRename(
  document: DockerfileDocument,
  position: Position,
  shell?: ShellParser,
): Range | Refusal | null {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  if (name === undefined) return null;
  return name.fixed === undefined ? document.range(name.at) : { refused: name.fixed };
}

export interface RenameOptions {
  readonly position: Position;
  readonly newName: string;
  readonly shell?: ShellParser | undefined;
  /** What compose files say of this file's builds. */
  readonly builds?: readonly BuildUse[];
}

/** Renames a stage, variable or heredoc with everything that refers to it by name, a `target` and arguments of compose files too. */
export function provideRename(
  document: DockerfileDocument,
  { position, newName, shell, builds = [] }: RenameOptions,
): WorkspaceEdit | Refusal | null {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  if (name === undefined) return null;
  const refused = name.fixed ?? name.refuses(newName);
  if (refused !== undefined) return { refused };
  const edits = name.occurrences
    // A stage's number stays what it is.
    .filter(({ start, end }) => document.content.slice(start, end).toLowerCase() === name.text.toLowerCase())
    .map((place) => ({ range: document.range(place), newText: newName }));
  if (edits.length === 0) return null;
  const changes = { [document.uri]: edits };
  for (const { uri, range } of builtPlaces(document, name, builds))
    (changes[uri] ??= []).push({ range, newText: newName });
  return { changes };
}
