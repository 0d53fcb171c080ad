import type { ComposePart } from '../document.ts';
import { nodesOf } from '../yaml/find.ts';
import type { Entry, Mapping, Sequence, YamlNode } from '../yaml/node.ts';
import type { Lines } from './lines.ts';

/** Lines from one up to another: a key, or an item, with the comments above it. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** The blocks of what stands in a mapping or a list; `undefined` where something shares a line with something else. */
export function blocksOf(node: Mapping | Sequence, laid: Lines): Block[] | undefined {
  const parts = partsOf(node);
  const [before, mark] = node.kind === 'mapping' ? [/^ *$/, 0] : [/^ *- +$/, 2];
  const starts = parts.map(({ start }) => laid.at(start));
  const own = parts.every(
    (part, index) =>
      before.test(laid.before(part.start)) && (part.kind !== 'entry' || laid.at(part.key.end) === starts[index]),
  );
  const [head] = parts;
  if (!own || !head || node.flow || new Set(starts).size < starts.length) return undefined;
  const column = mark === 0 ? laid.column(head.start) : laid.before(head.start).indexOf('-');
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
    let to = firsts[index + 1] ?? laid.at(node.end) + 1;
    const last = parts[index];
    const least = last ? laid.at(last.end) + 1 : to;
    while (to > least && laid.all[to - 1]?.kind === 'blank') to -= 1;
    return { from, to };
  });
}

/** The lines from the first block to the last with the blocks in another order: `order` has for each place the one that comes there. */
export function rearranged(
  lines: readonly string[],
  { blocks, order }: { readonly blocks: readonly Block[]; readonly order: readonly number[] },
): string[] {
  const end = blocks.at(-1)?.to ?? 0;
  return order.flatMap((block, slot) => {
    const { from = 0, to = 0 } = blocks[block] ?? {};
    // Empty lines stay where they are: between the first and the second, and so on.
    return lines.slice(from, to).concat(lines.slice(blocks[slot]?.to ?? 0, blocks[slot + 1]?.from ?? end));
  });
}

/** Keys that are there twice, and anchors that would come after their aliases, keep everything where it is. */
export function canMove(node: Mapping | Sequence, { anchors, yaml }: ComposePart, order: readonly number[]): boolean {
  const parts = partsOf(node);
  const keys = parts.flatMap((part) => (part.kind === 'entry' ? [part.key.text] : []));
  if (new Set(keys).size < keys.length) return false;
  if (yaml.anchors.length === 0) return true;
  const holder = (offset: number): number => parts.findIndex(({ start, end }) => start <= offset && offset <= end);
  return [...nodesOf(node)].every((each) => {
    const anchor = each.kind === 'alias' ? anchors.target(each)?.anchor : undefined;
    if (!anchor || anchor.start < node.start) return true;
    const [from, to] = [holder(anchor.start), holder(each.start)];
    const again = yaml.anchors.filter((other) => other.anchor?.name === anchor.name).length > 1;
    return from === to || (!again && order.indexOf(from) < order.indexOf(to));
  });
}

function partsOf(node: Mapping | Sequence): readonly (Entry | YamlNode)[] {
  return node.kind === 'mapping' ? node.entries : node.items;
}
