import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

interface Result {
  readonly id: string;
  readonly data: readonly number[];
}

/** Remembers the last semantic tokens of each document, so that after an edit only the difference is sent. */
export class TokenResults {
  readonly #last = new Map<string, Result>();
  #count = 0;

  whole(uri: string, { data }: SemanticTokens): SemanticTokens {
    return { resultId: this.#remember(uri, data), data };
  }

  /** The difference to the result with that id; all tokens when it is not the last one. */
  since(
    previousId: string,
    { uri, tokens }: { readonly uri: string; readonly tokens: SemanticTokens },
  ): SemanticTokens | SemanticTokensDelta {
    const previous = this.#last.get(uri);
    if (previous?.id !== previousId) return this.whole(uri, tokens);
    return { resultId: this.#remember(uri, tokens.data), edits: difference(previous.data, tokens.data) };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }

  #remember(uri: string, data: readonly number[]): string {
    this.#count += 1;
    const id = String(this.#count);
    this.#last.set(uri, { id, data });
    return id;
  }
}

/** What lies between the common beginning and the common end, as one edit; tokens count from the one before. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [deleteCount, inserted] = [before.length - end - start, after.slice(start, after.length - end)];
  return deleteCount === 0 && inserted.length === 0 ? [] : [{ start, deleteCount, data: inserted }];
}
