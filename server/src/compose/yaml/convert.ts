import {
  type Alias as SourceAlias,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import {
  Alias,
  type Anchored,
  Entry,
  Mapping,
  type Place,
  Scalar,
  type ScalarStyle,
  Sequence,
  type YamlNode,
} from './node.ts';
import type { RelativeError } from './problem.ts';
import { lineStartAt } from './lines.ts';

/** Deeper than any real file, and far from what the stack holds. */
const maxDepth = 200;

/**
 * Turns the parser's nodes into ours, and repairs what the parser reads in another way than a person does: a word on a
 * line of its own is a key that is being typed, not the beginning of the next key. It reports what it repairs.
 */
export class Converter {
  readonly errors: RelativeError[] = [];
  readonly anchors: Anchored[] = [];
  readonly aliases: Alias[] = [];
  /** Where the parser complains of what was repaired. */
  readonly repaired = new Set<number>();
  private readonly text: string;
  private readonly place: Place;
  private depth = 0;

  constructor(text: string, place: Place) {
    this.text = text;
    this.place = place;
  }

  convert(source: Node): YamlNode {
    this.depth += 1;
    const node = this.depth > maxDepth ? this.tooDeep(source) : this.byKind(source);
    this.depth -= 1;
    return node;
  }

  private byKind(source: Node): YamlNode {
    if (isAlias(source)) return this.alias(source);
    if (isScalar(source)) return this.withProperties(source, this.scalar(source));
    const [from, to] = source.range ?? [0, 0];
    const flow = source.flow === true;
    if (flow) this.checkClosed(source);
    if (isSeq(source)) {
      const sequence = this.withProperties(source, new Sequence(this.place, { from, to, flow }));
      for (const item of source.items) sequence.add(this.item(item, to));
      return sequence;
    }
    const mapping = this.withProperties(source, new Mapping(this.place, { from, to, flow }));
    const column = flow ? undefined : (source.srcToken as CST.BlockMap | undefined)?.indent;
    for (const pair of source.items)
      for (const entry of this.entries(pair as Pair<Node, Node | null>, { flow, column })) mapping.add(entry);
    return mapping;
  }

  private item(item: unknown, end: number): YamlNode {
    if (isPair(item)) return this.missing(end);
    return this.convert(item as Node);
  }

  /** A pair is one entry, or two when its key swallowed the line before: `ima⏎ports:`. */
  private *entries(
    pair: Pair<Node, Node | null>,
    { flow, column }: { flow: boolean; column: number | undefined },
  ): Iterable<Entry> {
    const source = pair.key;
    const [from, to] = source.range ?? [0, 0];
    let key = this.key(source);
    const written = this.text.slice(from, to);
    const lineBreak = isScalar(source) && source.type === 'PLAIN' ? written.lastIndexOf('\n') : -1;
    if (lineBreak >= 0 && !flow) {
      const first = written.slice(0, written.search(/\s*\n/));
      this.errors.push({ from, to: from + first.length, message: missingColon(first) });
      const typed = new Scalar(this.place, { from, to: from + first.length, style: 'plain', text: first });
      yield new Entry(typed, this.missing(from + first.length), false);
      const start = from + lineBreak + 1 + (/^\s*/.exec(written.slice(lineBreak + 1))?.[0].length ?? 0);
      key = new Scalar(this.place, { from: start, to, style: 'plain', text: this.text.slice(start, to) });
    } else if (column !== undefined) this.checkColumn({ from: source.range?.[0] ?? 0, to, column });
    if (pair.value === null) {
      if (!flow && lineBreak < 0) this.errors.push({ from, to, message: missingColon(key.text) });
      yield new Entry(key, this.missing(to), flow);
      return;
    }
    const swallowed = flow ? undefined : this.swallowedLine(source, pair.value);
    if (!swallowed) {
      yield new Entry(key, this.convert(pair.value));
      return;
    }
    const { first, rest } = swallowed;
    yield new Entry(key, first);
    for (const inner of rest.items) yield* this.entries(inner as Pair<Node, Node | null>, { flow, column });
  }

  /** `image: b⏎      ports:` is read as a mapping in the value of `image`; it is a value, and a key in the wrong column. */
  private swallowedLine(key: Node, value: Node): { first: Scalar; rest: YAMLMap } | undefined {
    const pair = isMap(value) && value.flow !== true ? value.items[0] : undefined;
    const inner = pair?.key;
    if (!isMap(value) || !isScalar(inner) || inner.type !== 'PLAIN') return undefined;
    const [from, to] = inner.range ?? [0, 0];
    const written = this.text.slice(from, to);
    const end = written.search(/\s*\n/);
    if (end < 0 || this.text.slice(key.range?.[1] ?? 0, from).includes('\n')) return undefined;
    const first = new Scalar(this.place, { from, to: from + end, style: 'plain', text: written.slice(0, end) });
    this.repaired.add(from);
    const start = from + written.length - (written.split(/\n\s*/).at(-1)?.length ?? 0);
    inner.range = [start, to, to];
    inner.source = this.text.slice(start, to);
    return { first, rest: value };
  }

  private key(source: Node): Scalar {
    const [from, to] = source.range ?? [0, 0];
    if (isScalar(source)) {
      const scalar = this.withProperties(source, this.scalar(source));
      if (scalar.style !== 'missing' || from !== to) return scalar;
      this.errors.push({ from, to: from + 1, message: 'A key is missing before the `:`.' });
      return scalar;
    }
    this.errors.push({ from, to, message: 'A key must be a word, not a list, a mapping or an alias.' });
    return new Scalar(this.place, { from, to, style: 'plain', text: this.text.slice(from, to) });
  }

  private scalar(source: Node): Scalar {
    const [from, end] = source.range ?? [0, 0];
    const type = isScalar(source) ? (source.type ?? 'PLAIN') : 'PLAIN';
    const text = isScalar(source) && typeof source.source === 'string' ? source.source : '';
    const style = styles[type] ?? 'plain';
    const block = style === 'literal' || style === 'folded';
    const to = block ? from + this.text.slice(from, end).trimEnd().length : end;
    if (style === 'single' || style === 'double') this.checkQuote(from, to);
    return new Scalar(this.place, { from, to, style: from === to ? 'missing' : style, text });
  }

  private alias(source: SourceAlias): Alias {
    const [from, to] = source.range ?? [0, 0];
    const alias = new Alias(this.place, { from, to, name: source.source });
    this.aliases.push(alias);
    return alias;
  }

  private missing(at: number): Scalar {
    return new Scalar(this.place, { from: at, to: at, style: 'missing', text: '' });
  }

  private tooDeep(source: Node): Scalar {
    const [from, to] = source.range ?? [0, 0];
    this.errors.push({ from, to, message: 'This is nested too deeply to be read.' });
    return this.missing(from);
  }

  private withProperties<N extends Mapping | Sequence | Scalar>(source: Exclude<Node, SourceAlias>, node: N): N {
    node.tag = source.tag;
    if (source.anchor !== undefined && source.anchor !== '') {
      const from = this.text.lastIndexOf(`&${source.anchor}`, source.range?.[0]) + 1;
      node.setAnchor(source.anchor, from);
      this.anchors.push(node);
    }
    return node;
  }

  private checkQuote(from: number, to: number): void {
    const quote = this.text.charAt(from);
    let run = 0;
    const twin = quote === '"' ? '\\' : quote;
    for (let at = to - (quote === '"' ? 2 : 1); at > from && this.text.charAt(at) === twin; at -= 1) run += 1;
    const closed = this.text.charAt(to - 1) === quote && to - from >= 2 && run % 2 === (quote === '"' ? 0 : 1);
    if (!closed)
      this.errors.push({ from, to: this.lineEnd(from), message: `This ${quote} is not closed.`, unclosed: true });
  }

  private checkClosed(source: Node): void {
    const token = source.srcToken as CST.FlowCollection | undefined;
    if (!token) return;
    const closing = token.start.source === '{' ? '}' : ']';
    if (token.end[0]?.source === closing) return;
    this.errors.push({
      from: token.offset,
      to: this.lineEnd(token.offset),
      message: `This \`${token.start.source}\` is not closed with a \`${closing}\`.`,
      unclosed: true,
    });
  }

  private checkColumn({ from, to, column }: { from: number; to: number; column: number }): void {
    const before = this.text.slice(lineStartAt(this.text, from), from);
    // After a `- ` or a `? ` the column is that of the text itself; anchors and tags may stand before a key.
    if (before.length === column || !/^ *$/.test(before)) return;
    this.errors.push({ from, to, message: wrongColumn(before.length, column) });
  }

  private lineEnd(from: number): number {
    const end = this.text.slice(from).search(/\s*(\n|$)/);
    return from + Math.max(end, 1);
  }
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** A word where a key should be. */
export function missingColon(word: string): string {
  return `\`${word}\` is neither a key nor a value here: is a \`:\` missing after it?`;
}

/** A key that does not stand under its siblings; both in columns from 0. */
export function wrongColumn(found: number, expected: number): string {
  return `This key is indented by ${found} ${found === 1 ? 'space' : 'spaces'}, and those beside it by ${expected}.`;
}
