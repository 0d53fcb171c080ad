import type { Located, Piece, Value } from '../model.ts';

/** `KEY: value` of a mapping or `KEY=value` of a list. */
export interface Pair {
  readonly key: string;
  /** The key itself. */
  readonly at: Located;
  /** The value; absent when only the key stands there, which for variables means: as in the environment of compose. */
  readonly value?: Piece;
  /** The item of the list, or the value of the entry. */
  readonly item: Value;
}

/** What `environment`, `labels`, `args` and the like hold, in either form; a key may come twice in a list. */
export function pairs(value: Value | undefined): Pair[] {
  if (value?.kind === 'mapping')
    return value.entries.map(({ key, at, value: item }) => ({
      key,
      at,
      item,
      ...(item.kind === 'scalar' && item.value !== null && { value: item }),
    }));
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item): Pair[] => {
    if (item.kind !== 'scalar' || item.value === null) return [];
    const equals = item.text.indexOf('=');
    if (equals < 0) return [{ key: item.text, at: item, item }];
    return [{ key: item.text.slice(0, equals), at: item.part(0, equals), item, value: item.part(equals + 1) }];
  });
}
