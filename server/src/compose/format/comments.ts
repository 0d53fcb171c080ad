import type { Layout } from './layout.ts';
import type { Lines } from './lines.ts';

/**
 * Where the comments go that have a line of their own: with the line below when they stand in its column, else with the
 * nearest line above that they stand under. They never become part of a block text.
 */
export function commentIndents(lines: Lines, layout: Layout): ReadonlyMap<number, number> {
  const { all } = lines;
  const found = new Map<number, number>();
  const moved = (number: number): { old: number; now: number } => {
    const old = all[number]?.indent ?? 0;
    return { old, now: layout.indents.get(number) ?? old };
  };
  /** The lines above with more and more indentation: those that a comment can stand under. */
  const above: number[] = [];
  let cap = Infinity;
  for (const [number, { kind, indent }] of all.entries()) {
    if (kind === 'content') {
      while (above.length > 0 && moved(above.at(-1) ?? 0).old >= indent) above.pop();
      above.push(number);
      cap = Infinity;
    }
    cap = layout.caps.get(number) ?? cap;
    if (kind !== 'comment') continue;
    const next = nextContent(lines, number);
    const below = next === undefined ? undefined : moved(next);
    const over = above.findLast((line) => moved(line).old <= indent);
    const from = below?.old === indent ? below : over === undefined ? below : moved(over);
    found.set(number, Math.max(0, Math.min(cap, from ? indent + from.now - from.old : indent)));
  }
  return found;
}

function nextContent({ all }: Lines, number: number): number | undefined {
  for (let next = number + 1; next < all.length; next += 1) if (all[next]?.kind === 'content') return next;
  return undefined;
}
