import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { nameAt } from '../model/names.ts';

/** Every place that means the same stage, variable or heredoc; whether it gives it or takes it. */
export function provideHighlights(
  document: DockerfileDocument,
  position: Position,
  shell?: ShellParser,
): DocumentHighlight[] {
  const name = nameAt(document, document.text.offsetAt(position), shell);
  return (name?.occurrences ?? []).map((place) => ({
    range: document.range(place),
    kind: place.kind === 'read' ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
  }));
}
