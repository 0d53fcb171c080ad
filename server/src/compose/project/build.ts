import { RecordedAnchors } from '../check/walk.ts';
import { cast } from '../interpolation/cast.ts';
import { expand } from '../interpolation/expand.ts';
import { anything, shapeOfKey } from '../schema/lookup.ts';
import type { Shape } from '../schema/shape.ts';
import type { ComposeSource } from '../source.ts';
import type { Anchors, EffectiveEntry } from '../yaml/anchors.ts';
import type { Alias, Anchored, Entry, Mapping, Scalar, Sequence, YamlNode } from '../yaml/node.ts';
import { MappingValue, Origin, ScalarValue, type Scope, SequenceValue, type Value, type ValueEntry } from './model.ts';

/** What compose visits at most when it reads a file (loader/reset.go). */
const most = 100_000;

/** A value, and all that it was made from besides the entry. */
interface Built {
  readonly value: Value;
  readonly shape: Shape;
  readonly targets: readonly (readonly [Alias, Anchored | undefined])[];
}

/** The values of a file's entries through its versions: an entry whose chunk has not changed has the same value. */
export class ValueMemory {
  readonly #built = new WeakMap<Scope, WeakMap<Entry, Built>>();

  recall(
    entry: Entry,
    { scope, shape, anchors }: Pick<BuilderOptions, 'scope' | 'anchors'> & { shape: Shape },
  ): Built | undefined {
    const built = this.#built.get(scope)?.get(entry);
    if (built?.shape !== shape) return undefined;
    return built.targets.every(([alias, target]) => anchors.target(alias) === target) ? built : undefined;
  }

  keep(entry: Entry, scope: Scope, built: Built): void {
    const entries = this.#built.get(scope) ?? new WeakMap<Entry, Built>();
    entries.set(entry, built);
    this.#built.set(scope, entries);
  }
}

export interface BuilderOptions {
  readonly source: ComposeSource;
  readonly anchors: Anchors;
  readonly scope: Scope;
}

/**
 * Makes values of the nodes of one YAML document: aliases and `<<` written out, variables replaced, strings cast to what
 * their place wants. What is too much (aliases of aliases) or stands inside itself is null and not known.
 */
export class ValueBuilder {
  readonly #options: BuilderOptions;
  #anchors: Anchors;
  #visits = 0;
  readonly #around = new Set<YamlNode>();

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#anchors = options.anchors;
  }

  origin(node: YamlNode): Origin {
    return new Origin(this.#options.source, node, this.#options.scope);
  }

  /** Whether a node takes away what stood in its place: `!reset`. */
  removes(node: YamlNode): boolean {
    return node.tag === '!reset' || this.#anchors.resolve(node)?.tag === '!reset';
  }

  /** The value of an entry that `!reset` does not take away; remembered where all of it comes from one chunk. */
  remembered(entry: Entry, shape: Shape): Value {
    const { source, anchors, scope } = this.#options;
    if (entry.value !== entry.written) return this.build(entry.value, shape);
    const known = source.values.recall(entry, { shape, scope, anchors });
    if (known) return known.value;
    const targets: [Alias, Anchored | undefined][] = [];
    this.#anchors = new RecordedAnchors(anchors, (alias, target) => targets.push([alias, target]));
    const value = this.build(entry.value, shape);
    this.#anchors = anchors;
    source.values.keep(entry, scope, { value, shape, targets });
    return value;
  }

  /** The entries of a mapping with what `<<` brings in; none of anything else. */
  entries(node: YamlNode | undefined): ReadonlyMap<string, EffectiveEntry> {
    const target = node && this.#anchors.resolve(node);
    return target?.kind === 'mapping' ? this.#anchors.entries(target) : new Map<string, EffectiveEntry>();
  }

  build(node: YamlNode, shape: Shape): Value {
    const target = this.#anchors.resolve(node);
    const origin = this.origin(target ?? node);
    this.#visits += 1;
    if (!target || this.#visits > most || this.#around.has(target))
      return new ScalarValue({ origin, text: '', value: null, known: false });
    if (target.kind === 'scalar') return this.#scalar(target, shape);
    this.#around.add(target);
    const value = target.kind === 'mapping' ? this.#mapping(target, shape) : this.#sequence(target, shape);
    this.#around.delete(target);
    return value;
  }

  #mapping(node: Mapping, shape: Shape): MappingValue {
    const entries: ValueEntry[] = [];
    const removed: Omit<ValueEntry, 'value'>[] = [];
    for (const [key, { entry }] of this.#anchors.entries(node)) {
      if (!entry.complete) continue;
      const at = this.origin(entry.key);
      if (this.removes(entry.value)) removed.push({ key, at });
      else entries.push({ key, at, value: this.build(entry.value, shapeAt(shape, key)) });
    }
    return new MappingValue(entries, { origin: this.origin(node), replaces: replaces(node), removed });
  }

  #sequence(node: Sequence, shape: Shape): SequenceValue {
    const items = node.items
      .filter((item) => !this.removes(item))
      .map((item) => this.build(item, shape.sequence?.items ?? anything));
    return new SequenceValue(items, { origin: this.origin(node), replaces: replaces(node) });
  }

  #scalar(node: Scalar, { scalar }: Shape): ScalarValue {
    const { text, value, type } = node;
    const options = { origin: this.origin(node), replaces: replaces(node) };
    if (type !== 'string') return new ScalarValue({ ...options, text, value });
    const casted = (string: string): ScalarValue['value'] =>
      (scalar?.cast === undefined ? undefined : cast(string, scalar.cast)) ?? string;
    if (!text.includes('$')) return new ScalarValue({ ...options, text, value: casted(text) });
    const { text: result, known, variables, segments } = expand(text, this.#options.scope.lookup);
    return new ScalarValue({ ...options, text: result, value: casted(result), known, variables, segments });
  }
}

/** What may stand after a key of a mapping. */
export function shapeAt({ mapping }: Shape, key: string): Shape {
  return (mapping && shapeOfKey(mapping, key)) ?? anything;
}

function replaces({ tag }: YamlNode): boolean {
  return tag === '!override';
}
