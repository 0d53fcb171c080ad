import type { Entry } from '../yaml/node.ts';
import { lineStartAt } from '../yaml/lines.ts';
import type { Spot } from './report.ts';

/**
 * What goes away with an entry: its lines, with the blank ones after it; a comment beside it stays. `undefined` for what
 * shares a line with something else.
 */
export function removal({ key, value, parent }: Entry): Spot | undefined {
  const { place } = key;
  const { text } = place;
  const end = value.end - place.start;
  const from = lineStartAt(text, key.start - place.start);
  if (parent?.flow !== false || text.slice(from, key.start - place.start).trim() !== '') return undefined;
  const rest = /^[ \t]*(?:\r?\n(?:[ \t]*\r?\n)*)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { place, from, to: end + rest };
}
