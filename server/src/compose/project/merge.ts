import { buildMapping, hostItems, implied, itemsOf, namesMapping, pairsMapping, plainDependency } from './forms.ts';
import { type MergeRule, nothingSpecial, ruleAt } from './mergeRules.ts';
import { MappingValue, SequenceValue, type Value, type ValueEntry } from './model.ts';
import { type ListFinding, withoutRepeats } from './unicity.ts';

/** Two values that cannot be merged: a mapping over a list, or the like. */
export interface MergeConflict {
  readonly base: Value;
  readonly over: Value;
}

/** What came of a merge. */
export interface Merged {
  readonly value: Value;
  readonly conflicts: readonly MergeConflict[];
}

/** What came of looking through the lists of one value. */
export interface Tidied {
  readonly value: Value;
  readonly found: readonly ListFinding[];
}

/** Values that were merged before: as long as both sides are the same, so is what they make together. */
export class MergeMemory {
  readonly #merged = new WeakMap<Value, WeakMap<Value, Merged>>();
  readonly #without = new WeakMap<MappingValue, MappingValue>();
  readonly #tidied = new WeakMap<Value, Tidied>();

  /** What a later file says over what an earlier one says; every value keeps its origin, and what it overrode. */
  of(base: Value, over: Value, rule: MergeRule): Merged {
    const known = this.#merged.get(base) ?? new WeakMap<Value, Merged>();
    this.#merged.set(base, known);
    const before = known.get(over);
    if (before) return before;
    const conflicts: MergeConflict[] = [];
    const merged = new Merger(conflicts).merge(base, over, rule);
    const result = { value: withoutRepeats(merged, rule, []), conflicts };
    known.set(over, result);
    return result;
  }

  /** A mapping without one of its keys; the same for the same. */
  without(mapping: MappingValue, key: string): MappingValue {
    if (!mapping.has(key)) return mapping;
    const known = this.#without.get(mapping);
    if (known) return known;
    const value = new MappingValue(
      mapping.entries.filter((entry) => entry.key !== key),
      mapping,
    );
    this.#without.set(mapping, value);
    return value;
  }

  /** A value whose lists have no two items that stand for the same. */
  tidy(value: Value, rule: MergeRule): Tidied {
    const known = this.#tidied.get(value);
    if (known) return known;
    const found: ListFinding[] = [];
    const tidied = { value: withoutRepeats(value, rule, found), found };
    this.#tidied.set(value, tidied);
    return tidied;
  }
}

class Merger {
  readonly #conflicts: MergeConflict[];

  constructor(conflicts: MergeConflict[]) {
    this.#conflicts = conflicts;
  }

  merge(base: Value, over: Value, rule: MergeRule): Value {
    if (over.replaces) return over.over(base);
    const special = this.#special(base, over, rule);
    if (special) return special;
    // Nothing written is nothing said.
    if (isNull(over)) return base;
    if (base.kind === 'scalar') return over.over(base);
    if (base.kind === 'mapping' && over.kind === 'mapping') return this.#mappings(base, over, rule);
    if (base.kind === 'sequence' && over.kind === 'sequence') return joined(base, over);
    this.#conflicts.push({ base, over });
    return over.over(base);
  }

  #special(base: Value, over: Value, rule: MergeRule): Value | undefined {
    switch (rule.how) {
      case 'replace':
        return over.over(base);
      case 'pairs':
        return isNull(over) ? base : isNull(base) ? over.over(base) : this.#pairs(base, over);
      case 'list':
        return joined(base, over);
      case 'hosts':
        return joinedHosts(base, over);
      case 'build':
        return this.#both(base, over, { rule, as: buildMapping });
      case 'names':
        return this.#both(base, over, { rule, as: (value) => namesMapping(value, (item) => implied(null, item)) });
      case 'dependencies':
        return this.#both(base, over, { rule, as: (value) => namesMapping(value, plainDependency) });
      case 'logging':
        return this.#logging(base, over);
      case 'subnets':
        return this.#subnets(base, over);
      default:
        return undefined;
    }
  }

  #both(
    base: Value,
    over: Value,
    { rule, as }: { readonly rule: MergeRule; readonly as: (value: Value) => MappingValue | undefined },
  ): Value | undefined {
    if (isNull(over) || isNull(base)) return isNull(over) ? base : over.over(base);
    const [earlier, later] = [as(base), as(over)];
    return earlier && later ? this.#mappings(earlier, later, rule) : undefined;
  }

  /** Two lists stay a list, whose repeated keys are taken out afterwards; else both are mappings. */
  #pairs(base: Value, over: Value): Value | undefined {
    if (base.kind !== 'mapping' && over.kind !== 'mapping') return joined(base, over);
    const [earlier, later] = [pairsMapping(base), pairsMapping(over)];
    return earlier && later ? this.#mappings(earlier, later, everyValue) : undefined;
  }

  #logging(base: Value, over: Value): Value | undefined {
    if (base.kind !== 'mapping' || over.kind !== 'mapping') return undefined;
    const [before, after] = [base.text('driver'), over.text('driver')];
    if (before === after || before === undefined || after === undefined)
      return this.#mappings(base, over, nothingSpecial);
    return over.over(base);
  }

  #subnets(base: Value, over: Value): Value | undefined {
    if (base.kind !== 'sequence' || over.kind !== 'sequence') return undefined;
    const items: Value[] = [];
    const put = (item: Value, onlyNew: boolean): void => {
      const at = items.findIndex((each) => subnetOf(each) === subnetOf(item));
      if (at < 0) items.push(item);
      else if (!onlyNew) items[at] = item;
    };
    for (const earlier of base.items)
      for (const later of over.items) {
        if (subnetOf(later) !== subnetOf(earlier) && !items.some((each) => subnetOf(each) === subnetOf(later)))
          put(later, true);
        else if (earlier.kind === 'mapping' && later.kind === 'mapping')
          put(this.#mappings(earlier, later, nothingSpecial), false);
      }
    return new SequenceValue(items, { origin: over.origin, overrides: [base, ...base.overrides] });
  }

  #mappings(base: MappingValue, over: MappingValue, rule: MergeRule): MappingValue {
    const removed = new Set(over.removed.map(({ key }) => key));
    const entries: ValueEntry[] = [];
    for (const entry of base.entries) {
      const later = over.entry(entry.key);
      if (later)
        entries.push({
          key: later.key,
          at: later.at,
          value: this.merge(entry.value, later.value, ruleAt(rule, later.key)),
        });
      else if (!removed.has(entry.key)) entries.push(entry);
    }
    for (const entry of over.entries) if (!base.has(entry.key)) entries.push(entry);
    return new MappingValue(entries, { origin: over.origin, overrides: [base, ...base.overrides] });
  }
}

const everyValue: MergeRule = { each: { how: 'replace' } };

function joined(base: Value, over: Value): Value {
  if (isNull(over)) return base;
  return listOver([...itemsOf(base), ...itemsOf(over)], { base, over });
}

function joinedHosts(base: Value, over: Value): Value {
  if (isNull(over)) return base;
  const earlier = hostItems(base);
  const texts = new Set(earlier.map(textOf));
  return listOver([...earlier, ...hostItems(over).filter((item) => !texts.has(textOf(item)))], { base, over });
}

function listOver(items: readonly Value[], { base, over }: { readonly base: Value; readonly over: Value }): Value {
  return new SequenceValue(items, { origin: over.origin, overrides: [base, ...base.overrides] });
}

function textOf(item: Value): string | undefined {
  return item.kind === 'scalar' ? item.text : undefined;
}

function subnetOf(item: Value): string | undefined {
  return item.kind === 'mapping' ? item.text('subnet') : undefined;
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
