import type { LintContext } from '../language.ts';

export type Surroundings = Omit<LintContext, 'settings'>;

/** How long an answer counts, in ms, when nobody tells that a file has changed. */
const unwatched = 2_000;

/** What surrounds documents, read once per document until a watched file changes, or for a moment where none is watched. */
export class SurroundingsCache {
  readonly #read: (uri: string) => Promise<Surroundings>;
  readonly #watched: boolean;
  readonly #known = new Map<string, { readonly at: number; readonly answer: Promise<Surroundings> }>();

  constructor(read: (uri: string) => Promise<Surroundings>, { watched }: { readonly watched: boolean }) {
    this.#read = read;
    this.#watched = watched;
  }

  of(uri: string): Promise<Surroundings> {
    const known = this.#known.get(uri);
    if (known && (this.#watched || performance.now() - known.at < unwatched)) return known.answer;
    const answer = this.#read(uri);
    this.#known.set(uri, { at: performance.now(), answer });
    return answer;
  }

  /** A file has changed, or the document was closed. */
  forget(uri?: string): void {
    if (uri === undefined) this.#known.clear();
    else this.#known.delete(uri);
  }
}
