import { underline } from '../check/report.ts';
import type { ComposeDocument } from '../document.ts';
import type { Lookup, ResolvedVariable, Segment } from '../interpolation/expand.ts';
import type { ComposeSource } from '../source.ts';
import type { YamlNode } from '../yaml/node.ts';
import { type ScalarType, type ScalarValue as Literal, typeOf } from '../yaml/scalar.ts';
import { sourceMap } from '../yaml/source.ts';

/**
 * A place in a compose file, as the file is now: it moves with the text around it, so it can be kept from version to
 * version. Offsets of the document.
 */
export interface Located {
  readonly document: ComposeDocument;
  readonly start: number;
  readonly end: number;
}

/** What a file is read in: the same text means something else in another project. Made once, and the same from version to version. */
export interface Scope {
  readonly lookup: Lookup;
  /** What relative paths start from, absolute; empty when the file is not on a disk. */
  readonly folder: string;
}

/** Where something was written. */
export class Origin implements Located {
  readonly source: ComposeSource;
  readonly node: YamlNode;
  readonly scope: Scope;

  constructor(source: ComposeSource, node: YamlNode, scope: Scope) {
    this.source = source;
    this.node = node;
    this.scope = scope;
  }
  /** What relative paths in it start from. */
  get folder(): string {
    return this.scope.folder;
  }
  /** The version of the file in which the node stands now. */
  get document(): ComposeDocument {
    return this.source.document;
  }
  get start(): number {
    return this.node.start;
  }
  get end(): number {
    return this.node.end;
  }
}

/** A text with the place it was written in: a scalar, or a part of a short form such as the host's port in `8080:80`. */
export interface Piece extends Located {
  /** After interpolation. */
  readonly text: string;
  /** False when a variable in it has no value here: then no check of its text may fire. */
  readonly known: boolean;
  /** A stretch of the text with its place; also through quotes, escapes and folded lines. */
  part(from: number, to?: number): Piece;
}

/** A value of the effective project; plain data that never changes. */
export type Value = MappingValue | SequenceValue | ScalarValue;

/** What every kind of value has. As a place it is what an editor underlines: a scalar, or the key of a collection. */
abstract class Placed implements Located {
  readonly origin: Origin;
  readonly replaces: boolean;
  /** What stood here before another file or an `extends` gave this value, the latest first. */
  readonly overrides: readonly Value[];

  constructor({ origin, overrides = [], replaces = false }: PlacedOptions) {
    this.origin = origin;
    this.overrides = overrides;
    this.replaces = replaces;
  }
  /** The same value in the place of an earlier one. */
  abstract over(base: Value): Value;
  get document(): ComposeDocument {
    return this.origin.document;
  }
  get start(): number {
    const { place, from } = underline(this.origin.node);
    return place.start + from;
  }
  get end(): number {
    const { place, to } = underline(this.origin.node);
    return place.start + to;
  }
}

/** A key of a mapping, where that is written, and its value. */
export interface ValueEntry {
  readonly key: string;
  /** Of a list item `KEY=value` that was read as an entry, the item. */
  readonly at: Located;
  readonly value: Value;
}

interface PlacedOptions {
  readonly origin: Origin;
  readonly overrides?: readonly Value[];
  /** It has the tag `!override`: it takes the whole place of what a file before says, and is not merged with it. */
  readonly replaces?: boolean;
}

interface MappingOptions extends PlacedOptions {
  readonly removed?: MappingValue['removed'];
}

export class MappingValue extends Placed {
  readonly kind = 'mapping';
  readonly entries: readonly ValueEntry[];
  /** Keys with `!reset`: they have no value here, and take away what a file before this one says. */
  readonly removed: readonly Omit<ValueEntry, 'value'>[];
  readonly #byKey: ReadonlyMap<string, ValueEntry>;

  constructor(entries: readonly ValueEntry[], { removed = [], ...placed }: MappingOptions) {
    super(placed);
    this.entries = entries;
    this.removed = removed;
    this.#byKey = new Map(entries.map((entry) => [entry.key, entry]));
  }
  over(base: Value): MappingValue {
    const { origin, replaces, removed } = this;
    return new MappingValue(this.entries, { origin, replaces, removed, overrides: [base, ...base.overrides] });
  }
  get(key: string): Value | undefined {
    return this.#byKey.get(key)?.value;
  }
  entry(key: string): ValueEntry | undefined {
    return this.#byKey.get(key);
  }
  has(key: string): boolean {
    return this.#byKey.has(key);
  }
  mapping(key: string): MappingValue | undefined {
    const value = this.get(key);
    return value?.kind === 'mapping' ? value : undefined;
  }
  /** The items of a list; empty when there is none. */
  items(key: string): readonly Value[] {
    const value = this.get(key);
    return value?.kind === 'sequence' ? value.items : [];
  }
  /** A scalar that says something: neither null nor a collection. */
  scalar(key: string): ScalarValue | undefined {
    const value = this.get(key);
    return value?.kind === 'scalar' && value.value !== null ? value : undefined;
  }
  /** The text of a scalar, known or not. */
  text(key: string): string | undefined {
    return this.scalar(key)?.text;
  }
}

export class SequenceValue extends Placed {
  readonly kind = 'sequence';
  readonly items: readonly Value[];

  constructor(items: readonly Value[], placed: PlacedOptions) {
    super(placed);
    this.items = items;
  }
  over(base: Value): SequenceValue {
    const { origin, replaces } = this;
    return new SequenceValue(this.items, { origin, replaces, overrides: [base, ...base.overrides] });
  }
}

interface ScalarOptions extends PlacedOptions {
  /** After interpolation, before casting. */
  readonly text: string;
  /** After casting. */
  readonly value: Literal;
  readonly known?: boolean;
  readonly variables?: readonly ResolvedVariable[];
  readonly segments?: readonly Segment[];
  /** It is a part of the scalar that was written. */
  readonly within?: Piece;
}

export class ScalarValue extends Placed implements Piece {
  readonly kind = 'scalar';
  readonly text: string;
  /** What the text stands for once it was cast to the type of its place: `"80"` is a number where compose wants one. */
  readonly value: Literal;
  readonly known: boolean;
  /** Those that made the text, with their values and sources; offsets in the scalar's text before interpolation. */
  readonly variables: readonly ResolvedVariable[];
  readonly #segments: readonly Segment[] | undefined;
  readonly #within: Piece | undefined;

  constructor({ text, value, known = true, variables = [], segments, within, ...placed }: ScalarOptions) {
    super(placed);
    this.#within = within;
    this.text = text;
    this.value = value;
    this.known = known;
    this.variables = variables;
    this.#segments = segments;
  }
  override get start(): number {
    return this.#within?.start ?? super.start;
  }
  override get end(): number {
    return this.#within?.end ?? super.end;
  }
  get type(): ScalarType {
    return typeOf(this.value);
  }
  /** As written, before interpolation; quotes and escapes are gone. */
  get written(): string {
    const { node } = this.origin;
    return node.kind === 'scalar' ? node.text : this.text;
  }
  part(from: number, to = this.text.length): Piece {
    return this.#within ? this.#within.part(from, to) : new TextPart(this, { from, to, segments: this.#segments });
  }
  over(base: Value): ScalarValue {
    const { origin, replaces, text, value, known, variables } = this;
    const segments = this.#segments;
    const within = this.#within;
    return new ScalarValue({
      origin,
      replaces,
      text,
      value,
      known,
      variables,
      overrides: [base, ...base.overrides],
      ...(segments && { segments }),
      ...(within && { within }),
    });
  }
}

/** A stretch of a scalar's text. */
class TextPart implements Piece {
  readonly text: string;
  readonly #whole: ScalarValue;
  readonly #from: number;
  readonly #to: number;
  readonly #segments: readonly Segment[] | undefined;

  constructor(
    whole: ScalarValue,
    {
      from,
      to,
      segments,
    }: { readonly from: number; readonly to: number; readonly segments: readonly Segment[] | undefined },
  ) {
    this.text = whole.text.slice(from, to);
    this.#whole = whole;
    this.#from = from;
    this.#to = to;
    this.#segments = segments;
  }
  get document(): ComposeDocument {
    return this.#whole.document;
  }
  get known(): boolean {
    return this.#whole.known;
  }
  part(from: number, to = this.text.length): Piece {
    return this.#whole.part(this.#from + from, this.#from + to);
  }
  get start(): number {
    return this.#span().start;
  }
  get end(): number {
    return this.#span().end;
  }
  #span(): { readonly start: number; readonly end: number } {
    const { node } = this.#whole.origin;
    if (node.kind !== 'scalar') return this.#whole;
    const { from, to } = sourceMap(node)({
      from: this.#written(this.#from, 'start'),
      to: this.#written(this.#to, 'end'),
    });
    return { start: node.place.start + from, end: node.place.start + to };
  }
  /** From an offset after interpolation to one before; inside of a variable's value to the edge of the variable. */
  #written(offset: number, edge: 'start' | 'end'): number {
    if (!this.#segments) return offset;
    const at = edge === 'start' ? offset : offset - 1;
    const segment = this.#segments.find(({ from, to }) => from <= at && at < to);
    if (!segment)
      return edge === 'start' ? (this.#segments.at(-1)?.end ?? offset) : (this.#segments[0]?.start ?? offset);
    const { from, start, end } = segment;
    if (!segment.variable) return start + offset - from;
    return edge === 'start' ? start : end;
  }
}
