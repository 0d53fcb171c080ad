import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument, type ComposePart } from '../document.ts';
import { inUsualOrder } from '../keyOrder.ts';
import { definitions } from '../references.ts';
import type { Mapping } from '../yaml/node.ts';
import { nodesOf } from '../yaml/find.ts';
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
      const order = canMove(mapping, part)
        ? inUsualOrder(
            mapping.entries.map(({ key }) => key.text),
            of,
          )
        : [];
      if (order.every((from, to) => from === to)) return;
      const blocks = blocksOf(mapping, laid);
      if (!blocks) return;
      const from = blocks[0]?.from ?? 0;
      const to = blocks.at(-1)?.to ?? 0;
      const text = order.flatMap((block, slot) => {
        const { from: start = 0, to: end = 0 } = blocks[block] ?? {};
        // Empty lines stay where they are: between the first and the second, and so on.
        return lines.slice(start, end).concat(lines.slice(blocks[slot]?.to ?? 0, blocks[slot + 1]?.from ?? to));
      });
      lines.splice(from, to - from, ...text);
    }
  }
  return lines;
}

/** Lines from one up to another: a key with the comments above it. */
interface Block {
  readonly from: number;
  readonly to: number;
}

function blocksOf(mapping: Mapping, laid: Lines): Block[] | undefined {
  const starts = mapping.entries.map(({ key }) => laid.at(key.start));
  const own = mapping.entries.every(
    ({ key }, index) => /^ *$/.test(laid.before(key.start)) && laid.at(key.end) === starts[index],
  );
  if (!own || mapping.flow || new Set(starts).size < starts.length) return undefined;
  const column = laid.column(mapping.start);
  const above = (line: number): number => {
    let from = line;
    while (laid.all[from - 1]?.kind === 'comment' && laid.all[from - 1]?.indent === column) from -= 1;
    return from;
  };
  const firsts = starts.map((line, index) => (index === 0 ? line : above(line)));
  // What stands above the first key is about it when no empty line is between them and something is above.
  const [first = 0] = firsts;
  if (first > 0 && laid.all[above(first) - 1]?.kind === 'content') firsts[0] = above(first);
  return firsts.map((from, index) => {
    let to = firsts[index + 1] ?? laid.at(mapping.end) + 1;
    const last = mapping.entries[index];
    const least = last ? laid.at(last.end) + 1 : to;
    while (to > least && laid.all[to - 1]?.kind === 'blank') to -= 1;
    return { from, to };
  });
}

/** Keys that are there twice, and anchors that would come after their aliases, keep everything where it is. */
function canMove(mapping: Mapping, { anchors, yaml }: ComposePart): boolean {
  const { entries } = mapping;
  if (new Set(entries.map(({ key }) => key.text)).size < entries.length) return false;
  if (yaml.anchors.length === 0) return true;
  const holder = (offset: number): number => entries.findIndex(({ start, end }) => start <= offset && offset <= end);
  const order = inUsualOrder(
    entries.map(({ key }) => key.text),
    entries[0]?.parent?.parent ? 'service' : 'file',
  );
  return [...nodesOf(mapping)].every((node) => {
    const anchor = node.kind === 'alias' ? anchors.target(node)?.anchor : undefined;
    if (!anchor || anchor.start < mapping.start) return true;
    const [from, to] = [holder(anchor.start), holder(node.start)];
    const again = yaml.anchors.filter((other) => other.anchor?.name === anchor.name).length > 1;
    return from === to || (!again && order.indexOf(from) < order.indexOf(to));
  });
}
