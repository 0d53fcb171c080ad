import type { ComposeDocument } from '../document.ts';
import type { Entry, Mapping, Sequence, YamlNode } from '../yaml/node.ts';
import { isBlockText, type Lines } from './lines.ts';

export interface LayoutStyle {
  /** Blanks a level. */
  readonly step: number;
  /** Blanks before the `-` of a list, from the column of its key. */
  readonly dash: number;
  /** Only collections whose lines are all wanted may move: their lines move together or not at all. */
  readonly wanted: (line: number) => boolean;
}

/** A replacement in the text, by offsets; never over a line break. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The column of something before and after. */
interface Column {
  readonly old: number;
  readonly now: number;
}

/** How the lines of a file are to be indented, and which blanks in them are to be one. */
export class Layout {
  /** The new indentation of lines that were placed. */
  readonly indents = new Map<number, number>();
  readonly gaps: Gap[] = [];
  /** The column that comments after a block text must not pass, by the text's last line: they would become text. */
  readonly caps = new Map<number, number>();
  readonly #lines: Lines;
  readonly #content: string;
  readonly #style: LayoutStyle;

  constructor(document: ComposeDocument, lines: Lines, style: LayoutStyle) {
    this.#lines = lines;
    this.#content = document.content;
    this.#style = style;
    for (const { root } of document.parts) {
      if (!root || (root.kind !== 'mapping' && root.kind !== 'sequence') || root.flow) continue;
      if (lines.before(root.start).startsWith('---')) continue;
      if (root.kind === 'mapping') this.#mapping(root, 0);
      else this.#sequence(root, 0);
    }
  }

  #mapping(mapping: Mapping, wish: number): void {
    const [first] = mapping.entries;
    if (!first || mapping.entries.some(({ key }) => this.#lines.prefix(key.start).includes('?'))) return;
    const old = this.#lines.prefix(first.key.start).length;
    const column = { old, now: this.#moves(mapping) ? wish : old };
    for (const entry of mapping.entries) {
      if (/^ *$/.test(this.#lines.prefix(entry.key.start))) this.#place(entry.key.start, column.now);
      if (!entry.complete) continue;
      this.#colon(entry);
      this.#value(entry.value, column, this.#lines.at(entry.key.end));
    }
  }

  #value(node: YamlNode, parent: Column, keyLine: number): void {
    const line = this.#lines.at(node.start);
    if (node.kind === 'mapping' && !node.flow) this.#mapping(node, parent.now + this.#style.step);
    else if (node.kind === 'sequence' && !node.flow) this.#sequence(node, parent.now + this.#style.dash);
    else if (isBlockText(node)) this.#blockText(node, parent, parent.now + this.#style.step);
    else if (line === keyLine) this.#shift(node, parent.now - parent.old, parent);
    else if (node.kind !== 'scalar' || node.style !== 'missing') {
      const now = this.#wanted(line, this.#lines.at(node.end)) ? parent.now + this.#style.step : undefined;
      const by = this.#place(node.start, now ?? parent.now + this.#lines.column(node.start) - parent.old);
      this.#shift(node, by, parent);
    }
  }

  #sequence(sequence: Sequence, wish: number): void {
    const { start, items } = sequence;
    const old = this.#lines.column(start);
    if (this.#content.charAt(start) !== '-') return;
    const own = /^ *$/.test(this.#lines.before(start));
    const now = this.#moves(sequence) || !own ? wish : old;
    const last = this.#lines.at(sequence.end);
    for (let line = this.#lines.at(start); line <= last; line += 1) {
      const { kind, indent, text } = this.#lines.all[line] ?? {};
      if (kind === 'content' && indent === old && /^ *-(\s|$)/.test(text ?? '')) this.indents.set(line, now);
    }
    for (const item of items) this.#item(item, { old, now });
  }

  #item(item: YamlNode, dash: Column): void {
    const prefix = this.#lines.prefix(item.start);
    const blanks = prefix.startsWith('-', dash.old) ? /^-([ \t]+)/.exec(prefix.slice(dash.old))?.[1] : undefined;
    const moves = this.#wanted(this.#lines.at(item.start), this.#lines.at(item.end));
    const beside = blanks !== undefined && item.end > item.start;
    if (beside && moves && blanks !== ' ') {
      const start = item.start - this.#lines.column(item.start) + dash.old + 1;
      this.gaps.push({ start, end: start + blanks.length, text: ' ' });
    }
    const content = dash.now + 1 + (beside && !moves ? blanks.length : 1);
    if (item.kind === 'mapping' && !item.flow) this.#mapping(item, content);
    else if (item.kind === 'sequence' && !item.flow) this.#sequence(item, content);
    else if (isBlockText(item)) this.#blockText(item, dash, content);
    else if (beside) this.#shift(item, dash.now - dash.old, dash);
    else if (item.end > item.start) this.#shift(item, this.#place(item.start, content), dash);
  }

  /** Lines that go on with a value, all by the same. */
  #shift(node: YamlNode, by: number, parent: Column): void {
    const last = this.#lines.at(node.end);
    for (let line = this.#lines.at(node.start) + 1; line <= last; line += 1) {
      const { indent = 0, text = '' } = this.#lines.all[line] ?? {};
      if (text.trim() === '') continue;
      const least = indent > parent.old ? parent.now + 1 : 0;
      this.indents.set(line, Math.max(indent + by, least));
    }
  }

  #blockText(node: YamlNode, parent: Column, wish: number): void {
    const header = this.#lines.at(node.start);
    if (/^ *$/.test(this.#lines.prefix(node.start))) this.#place(node.start, wish);
    const { all } = this.#lines;
    let last = header;
    while (all[last + 1]?.kind === 'block') last += 1;
    const body = all.slice(header + 1, last + 1);
    const old = body.find(({ text }) => text.trim() !== '')?.indent;
    this.caps.set(last, parent.now);
    if (old === undefined) return;
    const explicit = /^[|>][-+]?[1-9]/.test(this.#content.slice(node.start, node.start + 3));
    const by = explicit || !this.#wanted(header, last) ? parent.now - parent.old : wish - old;
    const base = explicit ? Math.min(old, ...body.map(({ indent, text }) => (text.trim() === '' ? old : indent))) : old;
    for (const [index, { indent, text }] of body.entries())
      if (text.trim() !== '' || indent > base) this.indents.set(header + 1 + index, indent + by);
  }

  /** One blank after the colon, none before it. */
  #colon({ key, value }: Entry): void {
    const [, before = '', after] = /^([ \t]*):([ \t]*)(?=[^\s#])/.exec(this.#content.slice(key.end)) ?? [];
    const line = this.#lines.at(key.end);
    if (!this.#wanted(line, this.#lines.at(value.end))) return;
    const colon = key.end + (/^[ \t]*(?=:)/.exec(this.#content.slice(key.end))?.[0].length ?? 0);
    if (colon > key.end && !key.text.startsWith('*')) this.gaps.push({ start: key.end, end: colon, text: '' });
    if (after === undefined || after === '' || after === ' ') return;
    const start = key.end + before.length + 1;
    this.gaps.push({ start, end: start + after.length, text: ' ' });
  }

  /** Answers by how much the line moves. */
  #place(offset: number, indent: number): number {
    const line = this.#lines.at(offset);
    this.indents.set(line, indent);
    return indent - (this.#lines.all[line]?.indent ?? 0);
  }

  #moves(node: YamlNode): boolean {
    return this.#wanted(this.#lines.at(node.start), this.#lines.at(node.end));
  }

  #wanted(from: number, to: number): boolean {
    for (let line = from; line <= to; line += 1) if (!this.#style.wanted(line)) return false;
    return true;
  }
}
