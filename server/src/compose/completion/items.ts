import type { Command, CompletionItem, CompletionItemKind, MarkupContent, Range } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import type { Cursor } from './cursor.ts';
import { escape } from './format.ts';

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
  /** What the typed text is held against; the label when absent. */
  readonly filter?: string;
  /** Run when the item was chosen. */
  readonly command?: Command;
}

/** Gathers completion items: each once, in an order of its own, replacing the token at the cursor. */
export class Items {
  readonly #items = new Map<string, CompletionItem>();
  readonly #range: Range;
  readonly #snippets: boolean;

  /** Without `snippets`, what is written has no tab stops. */
  constructor(document: ComposeDocument, { token, snippets }: Pick<Cursor, 'token'> & { readonly snippets: boolean }) {
    this.#range = document.range(token);
    this.#snippets = snippets;
  }

  add({ label, kind, snippet, detail, documentation, rank, deprecated = false, filter, command }: Offer): void {
    const key = `${label}\n${snippet ?? ''}`;
    if (this.#items.has(key)) return;
    this.#items.set(key, {
      label,
      kind,
      ...(detail !== undefined && { detail }),
      ...(documentation && { documentation }),
      ...(deprecated && { tags: [1] }),
      ...(filter !== undefined && { filterText: filter }),
      ...(command && { command }),
      sortText: `${rank}${String(this.#items.size).padStart(4, '0')}`,
      insertTextFormat: this.#snippets ? 2 : 1,
      // The indentation is in the text already.
      insertTextMode: 1,
      textEdit: {
        range: this.#range,
        newText: this.#snippets ? (snippet ?? escape(label)) : plain(snippet ?? escape(label)),
      },
    });
  }

  get all(): CompletionItem[] {
    return [...this.#items.values()];
  }
}

/** A snippet without its tab stops: their texts stay, choices are left to be written. */
function plain(snippet: string): string {
  return snippet.replaceAll(
    /\$\{\d+\|[^|]*\|\}|\$\{\d+:([^}]*)\}|\$\d|\\([\\$}])/g,
    (_, text = '', escaped = '') => `${text}${escaped}`,
  );
}
