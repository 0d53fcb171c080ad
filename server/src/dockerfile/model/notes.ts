/** A question about an instruction whose answer is the same wherever it stands: without offsets. */
export interface NoteQuestion<T> {
  readonly question: string;
  /** What the answer depends on besides the instruction's own text; compared by identity. */
  readonly about?: unknown;
  readonly answer: () => T;
}

/** How a part of a file was in the version that was looked at last; for who looks. */
export interface Mark {
  version: number;
  facts: readonly unknown[];
  isKept: boolean;
  /** Where its first line begins, as an offset. */
  start: number;
}

/** What is known of an instruction in every version of its file in which it stays as it is. */
export class Notes {
  /** Of the instruction, and of the stage that it begins. */
  readonly step: Mark = { version: 0, facts: [], isKept: false, start: 0 };
  readonly stage: Mark = { ...this.step };
  readonly #answers = new Map<string, { readonly about: unknown; readonly answer: unknown }>();

  /** The answer to a question, which is asked once as long as it is about the same. */
  ask<T>({ question, about, answer }: NoteQuestion<T>): T {
    const known = this.#answers.get(question);
    // Whoever asks the same question is given the same kind of answer.
    if (known !== undefined && known.about === about) return known.answer as T;
    const found = answer();
    this.#answers.set(question, { about, answer: found });
    return found;
  }
}
