import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { variablesOf, writtenAt } from '../check/variables.ts';
import type { ComposeDocument } from '../document.ts';
import { readPort, splitColons } from '../forms/port.ts';
import { nodeAt } from '../yaml/find.ts';
import type { Entry, Scalar, YamlNode } from '../yaml/node.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a growing selection takes in: the word, the part, the value, the key with it, what is around it, the file. */
export function provideSelectionRanges(document: ComposeDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.text.offsetAt(position);
    const spans = [...spansAround(document, offset)]
      .filter(({ start, end }) => start < end && start <= offset && offset <= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    let range: SelectionRange | undefined;
    const nested: Span[] = [];
    for (const span of spans) {
      const inner = nested.at(-1);
      if (
        !inner ||
        (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start)
      )
        nested.push(span);
    }
    for (const span of nested.reverse()) range = { range: document.range(span), ...(range && { parent: range }) };
    return range ?? { range: document.range({ start: offset, end: offset }) };
  });
}

function* spansAround(document: ComposeDocument, offset: number): Iterable<Span> {
  const { content } = document;
  yield { start: 0, end: content.length };
  const before = /\w*$/.exec(content.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^\w*/.exec(content.slice(offset, offset + 200))?.[0].length ?? 0;
  yield { start: offset - before, end: offset + after };
  const part = document.partAt(offset);
  if (!part) return;
  yield part.yaml;
  const leaf = nodeAt(part.root, offset);
  if (leaf?.kind === 'scalar') yield* parts(leaf);
  for (let at: YamlNode | Entry | undefined = leaf; at; at = at.parent) {
    yield at;
    // An item with its dash.
    if (at.kind !== 'entry' && at.parent?.kind === 'sequence' && !at.parent.flow)
      yield { start: content.lastIndexOf('-', at.start - 1), end: at.end };
    if (at.kind !== 'entry' && at.anchor) yield { start: at.anchor.start - 1, end: at.end };
  }
}

/** Variables, what is in quotes, the parts between colons, words. */
function* parts(scalar: Scalar): Iterable<Span> {
  yield* variablesOf(scalar);
  for (const { nameStart, name } of variablesOf(scalar)) yield { start: nameStart, end: nameStart + name.length };
  const start = writtenAt(scalar);
  if (start === undefined) return;
  const { text } = scalar;
  yield { start, end: start + text.length };
  if (text.length > 1_000) return;
  for (const { 0: word, index } of text.matchAll(/[^\s=]+/g))
    yield { start: start + index, end: start + index + word.length };
  let from = start;
  for (const piece of splitColons(text)) {
    yield { start: from, end: from + piece.length };
    if (readPort(text)) yield { start: from, end: from + piece.replace(/\/\w+$/, '').length };
    from += piece.length + 1;
  }
}
