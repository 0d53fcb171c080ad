import type { UniqueBy } from './mergeRules.ts';
import { MappingValue, SequenceValue, type Value } from './model.ts';
import { shortMount } from './read/volumes.ts';
import { type MergeRule, ruleAt } from './mergeRules.ts';

/** An item of a list that another one after it takes the place of, or that cannot be told from others. */
export interface ListFinding {
  readonly kind: 'overridden' | 'unclear';
  readonly item: Value;
  readonly by?: Value;
  /** What is missing in an item that cannot be told from others. */
  readonly lacks?: string;
}

/**
 * Leaves one of the items that stand for the same (override/uncity.go): the last, in the place of the first. The very same
 * value when there are none.
 */
export function withoutRepeats(value: Value, rule: MergeRule, found: ListFinding[]): Value {
  if (value.kind === 'scalar') return value;
  if (value.kind === 'sequence') return rule.unique ? uniqueItems(value, rule.unique, found) : value;
  if (!rule.keys && !rule.each) return value;
  let changed = false;
  const entries = value.entries.map((entry) => {
    const next = withoutRepeats(entry.value, ruleAt(rule, entry.key), found);
    changed ||= next !== entry.value;
    return next === entry.value ? entry : { key: entry.key, at: entry.at, value: next };
  });
  return changed ? new MappingValue(entries, value) : value;
}

function uniqueItems(list: SequenceValue, by: UniqueBy, found: ListFinding[]): SequenceValue {
  const items: Value[] = [];
  const places = new Map<string, number>();
  for (const item of list.items) {
    const identity = identityOf(item, by);
    if (typeof identity !== 'string') {
      if (identity) found.push({ kind: 'unclear', item, ...identity });
      items.push(item);
      continue;
    }
    const place = places.get(identity);
    const before = place === undefined ? undefined : items[place];
    if (place === undefined || !before) {
      places.set(identity, items.length);
      items.push(item);
    } else {
      items[place] = item.over(before);
      found.push({ kind: 'overridden', item: before, by: item });
    }
  }
  return items.length === list.items.length ? list : new SequenceValue(items, list);
}

/** What an item is known by; `undefined` where that is not known, what it lacks where compose refuses it. */
function identityOf(item: Value, by: UniqueBy): string | { readonly lacks: string } | undefined {
  if (item.kind === 'scalar') {
    if (!item.known || item.value === null) return undefined;
    const { text } = item;
    switch (by) {
      case 'key':
        return text.split('=', 1)[0] ?? text;
      case 'mount': {
        const { target } = shortMount(item);
        return target?.text;
      }
      case 'device':
        return text.split(':')[1] ?? text;
      case 'config':
        return `/${text}`;
      case 'secret':
        return `/run/secrets/${text}`;
      case 'expose':
      case 'env-file':
      case 'port':
        return text;
    }
  }
  if (item.kind === 'sequence') return undefined;
  const text = (key: string): string | undefined => item.text(key);
  const unknown = item.entries.some(({ value }) => value.kind === 'scalar' && !value.known);
  if (unknown) return undefined;
  switch (by) {
    case 'mount':
    case 'device':
      return text('target') ?? { lacks: 'target' };
    case 'config':
      return text('target') ?? `/${text('source') ?? ''}`;
    case 'secret':
      return text('target') ?? `/run/secrets/${text('source') ?? ''}`;
    case 'env-file':
      return text('path') ?? { lacks: 'path' };
    case 'port': {
      const target = text('target');
      if (target === undefined) return { lacks: 'target' };
      const {
        host_ip: ip = '0.0.0.0',
        published = '',
        protocol = 'tcp',
      } = {
        ...pick(text, 'host_ip'),
        ...pick(text, 'published'),
        ...pick(text, 'protocol'),
      };
      return `${ip}:${published}:${target}/${protocol}`;
    }
    case 'key':
    case 'expose':
      return undefined;
  }
}

function pick(text: (key: string) => string | undefined, key: string): Readonly<Record<string, string>> {
  const value = text(key);
  return value === undefined ? {} : { [key]: value };
}
