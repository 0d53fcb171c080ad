import type { Alias, Anchored, Entry, Mapping, YamlNode } from './node.ts';
import type { YamlDocument } from './tree.ts';

/** An entry that a mapping has, its own or through `<<`. */
export interface EffectiveEntry {
  readonly entry: Entry;
  /** The alias after `<<` that brought it in. */
  readonly via?: Alias;
}

/** What aliases and `<<` stand for in one document. Answers are cached: make one per tree. */
export class Anchors {
  private readonly byName = new Map<string, Anchored[]>();
  private readonly targets = new Map<Alias, Anchored | undefined>();

  constructor({ anchors }: Pick<YamlDocument, 'anchors'>) {
    for (const node of anchors) {
      const name = node.anchor?.name ?? '';
      const same = this.byName.get(name);
      if (same) same.push(node);
      else this.byName.set(name, [node]);
    }
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  /** The node that an alias stands for: the last of that name before it. */
  target(alias: Alias): Anchored | undefined {
    if (this.targets.has(alias)) return this.targets.get(alias);
    const node = this.byName.get(alias.name)?.findLast(({ anchor }) => (anchor?.start ?? Infinity) < alias.start);
    const value = node && this.valueOf(node);
    this.targets.set(alias, value);
    return value;
  }

  /** The node itself; of a bare `key: &name`, the value that was put together from chunks of its own. */
  valueOf(anchored: Anchored): Anchored {
    const { parent } = anchored;
    return parent?.kind === 'entry' && parent.key !== anchored ? (parent.value as Anchored) : anchored;
  }

  /** The node itself, or what an alias stands for; `undefined` for an alias without an anchor. */
  resolve(node: YamlNode): Anchored | undefined {
    return node.kind === 'alias' ? this.target(node) : node;
  }

  /** Whether an alias stands inside the very node that it stands for. */
  contains(target: YamlNode, alias: Alias): boolean {
    let at: YamlNode | Entry | undefined = alias;
    while (at) {
      if (at === target) return true;
      at = at.parent;
    }
    return false;
  }

  /**
   * The entries that count: of equal keys the last of the mapping's own, else that of the first merged mapping which has
   * it. `<<` itself is not among them.
   */
  entries(mapping: Mapping): Map<string, EffectiveEntry> {
    const all = new Map<string, EffectiveEntry>();
    this.collect(mapping, { into: all, via: undefined, seen: new Set() });
    return all;
  }

  private collect(
    mapping: Mapping,
    { into, via, seen }: { into: Map<string, EffectiveEntry>; via: Alias | undefined; seen: Set<Mapping> },
  ): void {
    if (seen.has(mapping)) return;
    seen.add(mapping);
    const own = new Map<string, EffectiveEntry>();
    for (const entry of mapping.entries) if (!isMerge(entry)) own.set(entry.key.text, via ? { entry, via } : { entry });
    for (const [key, entry] of own) if (!into.has(key)) into.set(key, entry);
    for (const entry of mapping.entries) {
      if (!isMerge(entry)) continue;
      for (const source of this.mergeSources(entry.value))
        if (source.mapping) this.collect(source.mapping, { into, via: via ?? source.alias, seen });
    }
  }

  /** The mappings after `<<`; one without `mapping` is something that cannot be merged. */
  mergeSources(
    value: YamlNode,
  ): { readonly node: YamlNode; readonly alias: Alias | undefined; readonly mapping: Mapping | undefined }[] {
    const resolved = this.resolve(value);
    const nodes = resolved?.kind === 'sequence' ? resolved.items : [value];
    return nodes.map((node) => {
      const target = this.resolve(node);
      const alias = node.kind === 'alias' ? node : value.kind === 'alias' ? value : undefined;
      return { node, alias, mapping: target?.kind === 'mapping' ? target : undefined };
    });
  }
}

/** `<<: *name`, which copies the entries of another mapping. A quoted `"<<"` is a key like any other. */
export function isMerge({ key }: Entry): boolean {
  return key.text === '<<' && key.style === 'plain' && key.tag === undefined;
}
