import type { DocumentHighlight, Position } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { namedAt } from '../named.ts';

/** Every place in the file that names what the word at a position names; LSP's kind 3 writes, 2 reads. */
export function provideHighlights(document: ComposeDocument, position: Position): DocumentHighlight[] {
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  const named = part && namedAt(part, offset);
  if (!named) return [];
  return named.places().map((place) => ({
    range: document.range(place),
    kind: place.start === named.definition?.at.start ? 3 : 2,
  }));
}
