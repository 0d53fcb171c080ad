import type { Location, Position } from 'vscode-languageserver-types';
import type { BuildUse } from '../../language.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { nameAt } from '../model/names.ts';
import { builtPlaces } from './builtPlaces.ts';

export interface ReferencesOptions {
  readonly position: Position;
  readonly includeDeclaration: boolean;
  readonly shell?: ShellParser | undefined;
  /** What compose files say of this file's builds. */
  readonly builds?: readonly BuildUse[];
}

/** Every place that means the same stage, variable or heredoc. */
export function provideReferences(
  document: DockerfileDocument,
  { position, includeDeclaration, shell, builds = [] }: ReferencesOptions,
): Location[] {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  if (name === undefined) return [];
  const own = name.occurrences
    .filter(({ kind }) => includeDeclaration || kind !== 'declaration')
    .map((place) => ({ uri: document.uri, range: document.range(place) }));
  return [...own, ...builtPlaces(document, name, builds)];
}
