/** What an instruction is, in the words of hover, completion and signature help. Texts are Markdown. */
export interface InstructionReference {
  readonly name: string;
  /** One line, without Markdown. */
  readonly summary: string;
  readonly doc: string;
  /** The ways to write it, the most usual first. */
  readonly forms: readonly InstructionForm[];
  /** Ways to write it with tab stops, after the keyword, in the syntax of LSP snippets. */
  readonly snippets: readonly { readonly label: string; readonly text: string; readonly doc?: string }[];
  readonly deprecated?: string;
  /** Cannot be what an `ONBUILD` does later. */
  readonly neverTrigger?: true;
}

/** One way to write an instruction: `COPY [flags] source… destination`. */
export interface InstructionForm {
  readonly parameters: readonly ParameterReference[];
  /** Written as an array of JSON strings after the flags. */
  readonly json?: true;
}

export interface ParameterReference {
  /** As it stands in the signature. */
  readonly label: string;
  readonly doc: string;
  /**
   * Which of the words it is: the leading flags, one word, a fixed word (`AS`, `CMD`), all words up to the last (`many`),
   * all that follow (`rest`).
   */
  readonly takes: 'flags' | 'word' | 'fixed' | 'many' | 'rest';
}
