import { type Located, Origin } from '../project/model.ts';
import { lineEndAt, lineStartAt } from '../yaml/lines.ts';
import type { Entry } from '../yaml/node.ts';
import type { FoundFix } from './found.ts';

/**
 * The edit that removes an entry by its key, with all its lines; with the mapping around it when nothing else stands there.
 * `undefined` for what shares a line with something else.
 */
export function removalOf(key: Located): FoundFix['edits'][number] | undefined {
  const parent = key instanceof Origin ? key.node.parent : undefined;
  if (parent?.kind !== 'entry' || parent.key !== (key as Origin).node) return undefined;
  const entry = outermost(parent);
  const { document } = key;
  const { content } = document;
  const start = lineStartAt(content, entry.start);
  if (entry.parent?.flow !== false || content.slice(start, entry.start).trim() !== '') return undefined;
  const lineEnd = lineEndAt(content, entry.end);
  const newline = content.indexOf('\n', lineEnd);
  return { at: { document, start, end: newline < 0 ? content.length : newline + 1 }, text: '' };
}

/** The edit that removes an item of a list that has others; with its lines where it has them to itself. */
export function removalOfItem({ document, node }: Origin): FoundFix['edits'][number] | undefined {
  const list = node.parent;
  if (list?.kind !== 'sequence' || list.items.length < 2) return undefined;
  const { content } = document;
  if (list.flow) {
    const index = list.items.indexOf(node);
    const [before, after] = [list.items[index - 1], list.items[index + 1]];
    if (after) return { at: { document, start: node.start, end: after.start }, text: '' };
    return before && { at: { document, start: before.end, end: node.end }, text: '' };
  }
  const start = lineStartAt(content, node.start);
  if (!/^[ \t]*-[ \t]+$/.test(content.slice(start, node.start))) return undefined;
  const newline = content.indexOf('\n', lineEndAt(content, node.end));
  return { at: { document, start, end: newline < 0 ? content.length : newline + 1 }, text: '' };
}

/** `volumes:` goes with its last volume; the section itself stays where it is the whole file. */
function outermost(entry: Entry): Entry {
  const around = entry.parent?.parent;
  return entry.parent?.entries.length === 1 && around?.kind === 'entry' ? outermost(around) : entry;
}
