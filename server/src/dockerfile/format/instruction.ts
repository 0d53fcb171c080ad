import { Blanks, type Reading } from './blanks.ts';
import type { Indent } from './indent.ts';
import type { Item, Layout, Piece } from './layout.ts';
import { sortPackages } from './sortPackages.ts';

export interface InstructionStyle {
  readonly indent: Indent;
  readonly cased: (keyword: string) => string;
  readonly sortPackages: boolean;
}

/** An instruction that is to be formatted. */
export class FormattedInstruction {
  readonly #layout: Layout;
  readonly #reading: Reading;
  readonly #blanks: Blanks;
  readonly #pieces: readonly Piece[];
  /** The comments and empty lines that are not in the middle of a quoted text, which goes on below them. */
  readonly #betweenWords = new Set<Item>();
  /** The continued lines whose indentation means nothing. */
  readonly #movable: readonly Piece[];

  constructor(layout: Layout, reading: Reading) {
    this.#layout = layout;
    this.#reading = reading;
    this.#blanks = new Blanks(layout, reading);
    this.#pieces = layout.items.filter((item) => item.kind === 'piece');
    let movable = false;
    for (const item of layout.items.toReversed()) {
      if (item.kind === 'piece') movable = this.#blanks.freeBefore(item);
      else if (movable) this.#betweenWords.add(item);
    }
    this.#movable = this.#pieces.filter((piece) => piece.core !== '' && this.#blanks.freeBefore(piece));
  }

  /** What the least indented of its continued lines begins with. */
  baseLead(indent: Indent): string | undefined {
    const [least] = this.#movable.toSorted((a, b) => indent.width(a.lead) - indent.width(b.lead));
    return least?.lead;
  }

  /** Its lines as they are to be, as many as it has. */
  lines({ indent, cased, sortPackages: sorted }: InstructionStyle): string[] {
    const { items: all } = this.#layout;
    const base = indent.width(this.baseLead(indent) ?? '');
    const nested = (lead: string): string => indent.nested(indent.width(lead) - base);
    const placeOf = (piece: Piece): string | undefined => (this.#isFree(piece) ? nested(piece.lead) : undefined);
    const items = sorted && this.#reading.posix ? sortPackages(all, placeOf) : all;
    const texts = items.map((item) => {
      if (item.kind === 'empty') return this.#betweenWords.has(item) ? '' : item.lead;
      if (item.kind === 'comment') return (this.#betweenWords.has(item) ? nested(item.lead) : item.lead) + item.core;
      const core = this.#blanks.collapsed(item, cased);
      if (item.ordinal === 0) return core;
      if (!this.#blanks.freeBefore(item)) return item.lead + core;
      return item.core === '' ? indent.nested(0) : nested(item.lead) + core;
    });
    const column = this.#isAligned() && !texts.some((text) => text.includes('\t')) ? longest(items, texts) + 1 : 0;
    return items.map((item, i) =>
      item.kind === 'piece' ? this.#ended(texts[i] ?? '', item, column) : (texts[i] ?? ''),
    );
  }

  /** A line with its escape character: one blank before it, or as many as bring it to the column. */
  #ended(text: string, piece: Piece, column: number): string {
    const { escape } = this.#reading;
    const { index, lead, core, gap, escaped } = piece;
    if (!escaped) return this.#blanks.isFixed(index + lead.length + core.length) ? text + gap : text;
    const next = this.#after(piece);
    if (next === undefined || !this.#blanks.freeBefore(next)) return text + gap + escape;
    return (column > 0 ? text.padEnd(column) : text + (core === '' ? '' : ' ')) + escape;
  }

  #after({ ordinal }: Piece): Piece | undefined {
    return this.#pieces[ordinal + 1];
  }

  /** A line of its own words: they may change places with those of another. */
  #isFree(piece: Piece): boolean {
    const next = this.#after(piece);
    return this.#blanks.freeBefore(piece) && (next === undefined || this.#blanks.freeBefore(next));
  }

  /** The escape characters stand below each other, and somebody has taken care that they do. */
  #isAligned(): boolean {
    const escaped = this.#pieces.filter((piece) => piece.escaped);
    const columns = new Set(escaped.map(({ lead, core, gap }) => lead.length + core.length + gap.length));
    return (
      escaped.length > 1 &&
      columns.size === 1 &&
      !this.#layout.joined.includes('\t') &&
      escaped.some(({ gap }) => gap.length > 1) &&
      this.#pieces.every((piece) => piece.ordinal === 0 || this.#blanks.freeBefore(piece)) &&
      this.#pieces.at(-1)?.escaped === false
    );
  }
}

/** How long the longest of the lines is that are continued. */
function longest(items: readonly Item[], texts: readonly string[]): number {
  return items.reduce((most, item, i) => {
    return item.kind === 'piece' && item.escaped ? Math.max(most, texts[i]?.length ?? 0) : most;
  }, 0);
}
