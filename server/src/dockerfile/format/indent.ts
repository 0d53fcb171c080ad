/** One step of indentation, and how wide a tab is. */
export class Indent {
  readonly #unit: string;
  readonly #tabSize: number;

  constructor({ insertSpaces, tabSize }: { readonly insertSpaces: boolean; readonly tabSize: number }) {
    this.#tabSize = Math.max(1, tabSize);
    this.#unit = insertSpaces ? ' '.repeat(this.#tabSize) : '\t';
  }

  /** The columns that leading blanks take. */
  width(lead: string): number {
    const tabs = lead.split('\t').length - 1;
    return lead.length - tabs + tabs * this.#tabSize;
  }

  /** One step, and these columns more; never less than one step. */
  nested(columns: number): string {
    const more = Math.max(0, columns);
    if (this.#unit !== '\t') return this.#unit + ' '.repeat(more);
    return '\t'.repeat(1 + Math.floor(more / this.#tabSize)) + ' '.repeat(more % this.#tabSize);
  }
}

/**
 * What most continued instructions of a file have, by what their least indented lines begin with, for where no editor
 * says it; else four blanks. Formatting with it does not change the answer.
 */
export function guessIndent(leads: readonly (string | undefined)[]): {
  readonly insertSpaces: boolean;
  readonly tabSize: number;
} {
  const counts = new Map<string, number>();
  for (const lead of leads) {
    if (lead === undefined) continue;
    const unit = lead.startsWith('\t') ? '\t' : lead;
    if (/^(\t| {2,8})$/.test(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const [[best] = ['    ']] = [...counts].sort(([, a], [, b]) => b - a);
  return best === '\t' ? { insertSpaces: false, tabSize: 4 } : { insertSpaces: true, tabSize: best.length };
}
