import type { MappingShape, Shape } from './shape.ts';

/** The shape of a key's value; `undefined` when the mapping does not know the key. */
export function shapeOfKey(mapping: MappingShape, key: string): Shape | undefined {
  if (Object.hasOwn(mapping.keys, key)) return mapping.keys[key];
  if (mapping.extensions === true && key.startsWith('x-')) return anything;
  const { names } = mapping;
  if (names && new RegExp(names.pattern, 'u').test(key)) return names.shape;
  return mapping.closed === true ? undefined : anything;
}

export const anything: Shape = { any: true };

/** Where a key would be known: below a mapping, by the keys that lead there, nearest first. */
export function placesBelow(mapping: MappingShape, key: string): string[][] {
  const found: string[][] = [];
  let level: { readonly mapping: MappingShape; readonly path: string[] }[] = [{ mapping, path: [] }];
  for (let depth = 0; depth < 3 && found.length === 0; depth += 1) {
    const next: typeof level = [];
    for (const at of level) {
      for (const [name, shape] of Object.entries(at.mapping.keys)) {
        const below = shape.mapping;
        if (!below) continue;
        const path = [...at.path, name];
        if (Object.hasOwn(below.keys, key)) found.push(path);
        next.push({ mapping: below, path });
      }
    }
    level = next;
  }
  return found;
}
