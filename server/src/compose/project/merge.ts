import { MappingValue, SequenceValue, type Value, type ValueEntry } from './model.ts';

/** Values that were merged before: as long as both sides are the same, so is what they make together. */
export class MergeMemory {
  readonly #known = new WeakMap<Value, WeakMap<Value, Value>>();

  of(base: Value, over: Value): Value {
    const known = this.#known.get(base) ?? new WeakMap<Value, Value>();
    this.#known.set(base, known);
    const value = known.get(over) ?? merge(base, over);
    known.set(over, value);
    return value;
  }
}

/** What a later file says over what an earlier one says; every value keeps its origin, and what it overrode. */
function merge(base: Value, over: Value): Value {
  if (over.replaces) return over.over(base);
  if (base.kind === 'mapping' && over.kind === 'mapping') return mergeMappings(base, over);
  if (base.kind === 'sequence' && over.kind === 'sequence')
    return new SequenceValue([...base.items, ...over.items], {
      origin: over.origin,
      overrides: [base, ...over.overrides],
    });
  // Nothing written is nothing said.
  if (over.kind === 'scalar' && over.value === null) return base;
  return over.over(base);
}

function mergeMappings(base: MappingValue, over: MappingValue): MappingValue {
  const removed = new Set(over.removed.map(({ key }) => key));
  const entries: ValueEntry[] = [];
  for (const entry of base.entries) {
    const later = over.entry(entry.key);
    if (later) entries.push({ ...later, value: merge(entry.value, later.value) });
    else if (!removed.has(entry.key)) entries.push(entry);
  }
  for (const entry of over.entries) if (!base.has(entry.key)) entries.push(entry);
  return new MappingValue(entries, { origin: over.origin, overrides: [base, ...over.overrides] });
}
