import { lineStartAt } from '../yaml/lines.ts';
import type { Entry } from '../yaml/node.ts';
import type { Report } from './report.ts';

/** `external: {name: x}` as `external: true` and `name: x`, which means the same; `undefined` where there is no room. */
export function externalNameFix({ parent: inner, value }: Entry): Report['fix'] {
  const external = inner?.parent;
  const outer = external?.kind === 'entry' ? external.parent : undefined;
  if (external?.kind !== 'entry' || !inner || inner.entries.length !== 1 || outer?.flow !== false || outer.get('name'))
    return undefined;
  const { key } = external;
  const { place } = key;
  const { text } = place;
  if (value.kind !== 'scalar' || value.place !== place) return undefined;
  const from = key.end - place.start;
  const indent = text.slice(lineStartAt(text, key.start - place.start), key.start - place.start);
  const between = text.slice(from, inner.start - place.start);
  if (indent.trim() !== '' || !/^:\s*$/.test(between)) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const name = text.slice(value.start - place.start, value.end - place.start);
  return {
    title: 'Write the name beside external: true',
    edits: [{ at: { place, from, to: inner.end - place.start }, text: `: true${eol}${indent}name: ${name}` }],
    safe: true,
  };
}
