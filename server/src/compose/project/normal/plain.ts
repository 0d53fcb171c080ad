import type { Value } from '../model.ts';

/** What JSON can say. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
export type PlainMapping = Readonly<Record<string, Plain>>;

/** A value as it stands, without its places. */
export function plainOf(value: Value): Plain {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'sequence') return value.items.map(plainOf);
  return Object.fromEntries(value.entries.map(({ key, value: each }) => [key, plainOf(each)]));
}

/** A mapping without the keys that say nothing: absent, empty, `false` and 0, as compose leaves them out. */
export function compact(
  mapping: Readonly<Record<string, Plain | undefined>>,
  keep: readonly string[] = [],
): PlainMapping {
  const entries = Object.entries(mapping).flatMap(([key, value]): [string, Plain][] =>
    value === undefined || (!keep.includes(key) && saysNothing(value)) ? [] : [[key, value]],
  );
  return Object.fromEntries(entries);
}

function saysNothing(value: Plain): boolean {
  if (value === null || value === '' || value === false || value === 0) return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : false;
}

export function isPlainMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
