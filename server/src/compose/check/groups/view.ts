import type { Anchors, EffectiveEntry } from '../../yaml/anchors.ts';
import type { Anchored, Mapping, Scalar } from '../../yaml/node.ts';
import { type CheckedRule, type Report, type Spot, spotOf, underline } from '../report.ts';
import { hasVariables } from '../variables.ts';

/** A key of a mapping with what its value stands for. */
export interface Found {
  readonly key: Scalar;
  readonly value: Anchored;
}

/** A mapping as compose sees it: with what is merged in, and without what is reset. */
export class View {
  readonly node: Mapping;
  readonly anchors: Anchors;
  /** What is missing may come from another file. */
  readonly partial: boolean;
  readonly #entries: ReadonlyMap<string, EffectiveEntry>;

  constructor(
    node: Mapping,
    { anchors, partial }: Pick<View, 'anchors' | 'partial'>,
    entries: ReadonlyMap<string, EffectiveEntry> = anchors.entries(node),
  ) {
    this.node = node;
    this.anchors = anchors;
    this.partial = partial;
    this.#entries = entries;
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()].filter((name) => this.get(name));
  }

  get at(): Spot {
    return underline(this.node);
  }

  get(name: string): Found | undefined {
    const entry = this.#entries.get(name)?.entry;
    if (entry?.complete !== true || entry.value.tag === '!reset') return undefined;
    const value = this.anchors.resolve(entry.value);
    return value && value.tag !== '!reset' ? { key: entry.key, value } : undefined;
  }

  /** The text of a key's value; `undefined` when it is not known or not there. */
  text(name: string): string | undefined {
    const value = this.get(name)?.value;
    return value?.kind === 'scalar' && value.type !== 'null' && !hasVariables(value) ? value.text : undefined;
  }

  /** What a key holds that is a mapping itself. */
  inside(name: string): View | undefined {
    const value = this.get(name)?.value;
    return value?.kind === 'mapping' ? new View(value, this) : undefined;
  }
}

/** A report at a key. */
export function atKey({ key }: Found, rule: CheckedRule, message: string): Report {
  return { rule, at: spotOf(key), message };
}
