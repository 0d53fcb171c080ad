import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../document.ts';
import { inUsualOrder } from '../keyOrder.ts';
import { definitions } from '../references.ts';
import type { Mapping } from '../yaml/node.ts';
import { blocksOf, canMove, rearranged } from './blocks.ts';
import type { Gap } from './layout.ts';
import { Lines } from './lines.ts';

/** The edits that also put keys in their usual order: where keys move, one edit from the first to the last line that changes. */
export function ordered(document: ComposeDocument, edits: readonly Gap[]): readonly Gap[] {
  const { text, uri } = document;
  const applied = TextDocument.applyEdits(
    text,
    edits.map((edit) => ({ range: document.range(edit), newText: edit.text })),
  );
  if (!applied.endsWith('\n')) return edits;
  const now = sorted(new ComposeDocument(TextDocument.create(uri, text.languageId, 0, applied)));
  const before = applied.split('\n');
  const [first, last] = [
    now.findIndex((line, at) => line !== before[at]),
    now.findLastIndex((line, at) => line !== before[at]),
  ];
  if (first < 0) return edits;
  const [start, end] = [text.offsetAt({ line: first, character: 0 }), text.offsetAt({ line: last + 1, character: 0 })];
  const moved = { start, end, text: now.slice(first, last + 1).join('\n') + '\n' };
  // A line break that was put after the last line is in what moved.
  const after = end < document.content.length ? edits.filter((edit) => edit.start >= end) : [];
  return [...edits.filter((edit) => edit.end < start), moved, ...after];
}

/** The lines of a file that is laid out already, with each service's keys and then the file's own in order. */
function sorted(document: ComposeDocument): string[] {
  const lines = document.content.split('\n');
  const laid = new Lines(document);
  for (const part of document.parts) {
    const services = definitions(part, 'services').map(({ value }) => value);
    for (const service of services) if (service.kind === 'mapping') sort(service, 'service');
    if (part.root?.kind === 'mapping') sort(part.root, 'file');

    function sort(mapping: Mapping, of: 'file' | 'service'): void {
      const order = inUsualOrder(
        mapping.entries.map(({ key }) => key.text),
        of,
      );
      if (order.every((from, to) => from === to) || !canMove(mapping, part, order)) return;
      const blocks = blocksOf(mapping, laid);
      const from = blocks?.[0]?.from ?? 0;
      const to = blocks?.at(-1)?.to ?? 0;
      if (blocks) lines.splice(from, to - from, ...rearranged(lines, { blocks, order }));
    }
  }
  return lines;
}
