import type { Location, Position } from 'vscode-languageserver-types';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { nameAt } from '../model/names.ts';

export interface ReferencesOptions {
  readonly position: Position;
  readonly includeDeclaration: boolean;
  readonly shell?: ShellParser | undefined;
}

/** Every place that means the same stage, variable or heredoc. */
export function provideReferences(
  document: DockerfileDocument,
  { position, includeDeclaration, shell }: ReferencesOptions,
): Location[] {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  return (name?.occurrences ?? [])
    .filter(({ kind }) => includeDeclaration || kind !== 'declaration')
    .map((place) => ({ uri: document.uri, range: document.range(place) }));
}
