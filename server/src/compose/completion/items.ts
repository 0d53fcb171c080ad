import type { CompletionItem, CompletionItemKind, MarkupContent, Range } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import type { Cursor } from './cursor.ts';

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Snippet text; the label when absent. */
  readonly snippet?: string;
  readonly detail?: string;
  readonly documentation?: MarkupContent | undefined;
  /** What was meant comes before what is merely possible: 0 to 9. */
  readonly rank: number;
  readonly deprecated?: boolean;
}

/** Gathers completion items: each once, in an order of its own, replacing the token at the cursor. */
export class Items {
  readonly #items = new Map<string, CompletionItem>();
  readonly #range: Range;

  constructor(document: ComposeDocument, { token }: Pick<Cursor, 'token'>) {
    this.#range = document.range(token);
  }

  add({ label, kind, snippet, detail, documentation, rank, deprecated = false }: Offer): void {
    const key = `${label}\n${snippet ?? ''}`;
    if (this.#items.has(key)) return;
    this.#items.set(key, {
      label,
      kind,
      ...(detail !== undefined && { detail }),
      ...(documentation && { documentation }),
      ...(deprecated && { tags: [1] }),
      sortText: `${rank}${String(this.#items.size).padStart(4, '0')}`,
      insertTextFormat: 2,
      // The indentation is in the text already.
      insertTextMode: 1,
      textEdit: { range: this.#range, newText: snippet ?? label },
    });
  }

  get all(): CompletionItem[] {
    return [...this.#items.values()];
  }
}
