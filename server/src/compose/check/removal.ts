import type { Entry } from '../yaml/node.ts';
import { lineStartAt } from '../yaml/lines.ts';
import type { Spot } from './report.ts';

/** What goes away with an entry of a block mapping: its lines, with the blank ones after it; a comment beside it stays. */
export function removal({ key, value }: Entry): Spot {
  const { place } = key;
  const { text } = place;
  const end = value.end - place.start;
  const from = lineStartAt(text, key.start - place.start);
  const rest = /^[ \t]*(?:\r?\n(?:[ \t]*\r?\n)*)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { place, from, to: end + rest };
}
