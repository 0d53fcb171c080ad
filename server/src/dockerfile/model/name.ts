/** A part of the document, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place that names something. `write` gives a variable that is declared elsewhere another value. */
export interface Occurrence extends Span {
  readonly kind: 'declaration' | 'write' | 'read';
}

/** Something with a name: a stage, a variable, a here-document. */
export interface Name {
  readonly kind: 'stage' | 'variable' | 'heredoc';
  readonly text: string;
  /** The place that was asked about. */
  readonly at: Span;
  /** Where it comes from, seen from there. */
  readonly definition: Span;
  /** Every place that means the same, in the order of the file. */
  readonly occurrences: readonly Occurrence[];
  /** Why it cannot be renamed: a sentence. */
  readonly fixed?: string;
  /** Why it cannot be called that: a sentence. */
  refuses(name: string): string | undefined;
}

export function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
