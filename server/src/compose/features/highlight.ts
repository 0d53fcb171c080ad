import type { DocumentHighlight, Position } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { namedAt, type Span } from '../named.ts';

/** Every place in the file that names what the word at a position names; LSP's kind 3 writes, 2 reads. */
export function provideHighlights(document: ComposeDocument, position: Position): DocumentHighlight[] {
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  const named = part && namedAt(part, offset);
  if (!named) return [];
  return named.placesIn(part).map((place) => ({
    range: document.range(place),
    kind: isWithin(place, named.definition?.at) ? 3 : 2,
  }));
}

function isWithin(place: Span, around: Span | undefined): boolean {
  return around !== undefined && around.start <= place.start && place.end <= around.end;
}
