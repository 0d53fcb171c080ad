import { resolvePlain, type ScalarType, type ScalarValue, typeOf } from './scalar.ts';

/**
 * The YAML tree as this language server sees it: parents, ranges, anchors and tags on every node; keys are always
 * scalars; nothing is resolved away. Offsets are UTF-16 code units from the start of the text.
 */
export type YamlNode = Mapping | Sequence | Scalar | Alias;

/** The chunk of text that nodes were read from. It moves when the text before it changes, and its nodes with it. */
export interface Place {
  start: number;
  /** The chunk as it is written. */
  readonly text: string;
}

/** A name given by `&name`, with the offsets of the name (after the `&`). */
export interface Anchor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

abstract class Positioned {
  readonly place: Place;
  private readonly from: number;
  private readonly to: number;
  /** `from` and `to` count from the start of `place`. */
  constructor(place: Place, from: number, to: number) {
    this.place = place;
    this.from = from;
    this.to = to;
  }
  get start(): number {
    return this.place.start + this.from;
  }
  get end(): number {
    return this.place.start + this.to;
  }
}

abstract class NodeWithProperties extends Positioned {
  /** `undefined` for the root of a document. */
  parent: Entry | Sequence | undefined = undefined;
  /** Without the `!` of a local tag resolved: `!reset`, `tag:yaml.org,2002:str`. */
  tag: string | undefined = undefined;
  /** The name and where it begins, from the start of `place`. */
  private anchorAt: { readonly name: string; readonly from: number } | undefined = undefined;

  get anchor(): Anchor | undefined {
    if (!this.anchorAt) return undefined;
    const start = this.place.start + this.anchorAt.from;
    return { name: this.anchorAt.name, start, end: start + this.anchorAt.name.length };
  }
  setAnchor(name: string, from: number): void {
    this.anchorAt = { name, from };
  }
  /** Takes over the anchor and tag of a node of the same place. */
  adopt(other: NodeWithProperties): void {
    this.tag = other.tag;
    this.anchorAt = other.anchorAt;
  }
}

export class Mapping extends NodeWithProperties {
  readonly kind = 'mapping';
  readonly entries: Entry[] = [];
  /** `{…}`, not one key per line. */
  readonly flow: boolean;
  constructor(place: Place, { from, to, flow }: { from: number; to: number; flow: boolean }) {
    super(place, from, to);
    this.flow = flow;
  }
  add(entry: Entry): void {
    entry.parent = this;
    this.entries.push(entry);
  }
  /** A block mapping is as long as its entries. */
  override get start(): number {
    return this.flow ? super.start : (this.entries[0]?.start ?? super.start);
  }
  override get end(): number {
    return this.flow ? super.end : (this.entries.at(-1)?.end ?? super.end);
  }
  /** The last entry with this key: with duplicates the later one wins. */
  get(key: string): Entry | undefined {
    return this.entries.findLast((entry) => entry.key.text === key);
  }
}

export class Sequence extends NodeWithProperties {
  readonly kind = 'sequence';
  readonly items: YamlNode[] = [];
  readonly flow: boolean;
  constructor(place: Place, { from, to, flow }: { from: number; to: number; flow: boolean }) {
    super(place, from, to);
    this.flow = flow;
  }
  add(item: YamlNode): void {
    item.parent = this;
    this.items.push(item);
  }
  override get end(): number {
    return this.flow ? super.end : (this.items.at(-1)?.end ?? super.end);
  }
}

/** `missing`: nothing is written there (`key:` and no more), which YAML reads as null. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'missing';

export class Scalar extends NodeWithProperties {
  readonly kind = 'scalar';
  readonly style: ScalarStyle;
  /** Decoded: quotes, escapes and folding are gone. */
  readonly text: string;
  private resolved: { readonly value: ScalarValue; readonly type: ScalarType } | undefined = undefined;

  constructor(place: Place, { from, to, style, text }: { from: number; to: number; style: ScalarStyle; text: string }) {
    super(place, from, to);
    this.style = style;
    this.text = text;
  }
  /** What the text stands for: a plain `8080` is a number, a quoted one a string. */
  get value(): ScalarValue {
    return this.resolve().value;
  }
  get type(): ScalarType {
    return this.resolve().type;
  }
  private resolve(): { readonly value: ScalarValue; readonly type: ScalarType } {
    if (!this.resolved) {
      const plain = this.style === 'plain' || this.style === 'missing';
      const value = resolvePlain(this.text, { tag: this.tag, quoted: !plain });
      this.resolved = { value, type: typeOf(value) };
    }
    return this.resolved;
  }
}

/** `*name`; its range is the whole of it. */
export class Alias extends NodeWithProperties {
  readonly kind = 'alias';
  readonly name: string;
  constructor(place: Place, { from, to, name }: { from: number; to: number; name: string }) {
    super(place, from, to);
    this.name = name;
  }
}

export type Anchored = Mapping | Sequence | Scalar;

/** A key and its value. */
export class Entry {
  parent: Mapping | undefined = undefined;
  readonly key: Scalar;
  /** As parsed with the key; `value` differs from it when the value was put together from other chunks. */
  readonly written: YamlNode;
  value: YamlNode;
  /** False for a word that stands where a key should and has no `:` yet. */
  readonly complete: boolean;
  constructor(key: Scalar, value: YamlNode, complete = true) {
    this.key = key;
    this.written = value;
    this.value = value;
    this.complete = complete;
    key.parent = this;
    value.parent = this;
  }
  get start(): number {
    return this.key.start;
  }
  get end(): number {
    return Math.max(this.key.end, this.value.end);
  }
  get kind(): 'entry' {
    return 'entry';
  }
}

/** The keys and item numbers that lead to a node from the root: `['services', 'web', 'ports', 0]`. */
export function pathTo(node: YamlNode | Entry): (string | number)[] {
  const path: (string | number)[] = [];
  let at: YamlNode | Entry | undefined = node;
  while (at) {
    if (at.kind === 'entry') {
      path.push(at.key.text);
      at = at.parent;
    } else {
      const parent: Entry | Sequence | undefined = at.parent;
      if (parent?.kind === 'sequence') path.push(parent.items.indexOf(at));
      at = parent;
    }
  }
  return path.reverse();
}
