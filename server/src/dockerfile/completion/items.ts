import type { Command, CompletionItem, CompletionItemKind, Range } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { Token } from './token.ts';

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Snippet text; the label when absent. */
  readonly snippet?: string;
  /** One line, shown beside the label. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly doc?: string | undefined;
  /** What was meant comes before what is merely possible: 0 to 9. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Run by the editor when the item was taken. */
  readonly command?: Command | undefined;
  /** What is compared with the text typed, when that is not the label. */
  readonly filter?: string;
  /** What this item replaces, when it is not the token. */
  readonly token?: Token;
}

/** Gathers completion items: each once, in an order of its own, replacing the token at the cursor. */
export class Items {
  readonly #items = new Map<string, CompletionItem>();
  readonly #document: DockerfileDocument;
  readonly #snippets: boolean;
  readonly token: Token;

  /** Without `snippets`, what is written has no tab stops. */
  constructor(
    document: DockerfileDocument,
    { token, snippets }: { readonly token: Token; readonly snippets: boolean },
  ) {
    this.#document = document;
    this.#snippets = snippets;
    this.token = token;
  }

  /** The first of several with the same label stays. */
  add({ label, kind, snippet, detail, doc, rank, deprecated = false, command, filter, token }: Offer): void {
    if (this.#items.has(label)) return;
    const text = snippet ?? escapeSnippet(label);
    this.#items.set(label, {
      label,
      kind,
      ...(detail !== undefined && detail !== '' && { detail }),
      ...(doc !== undefined && doc !== '' && { documentation: { kind: 'markdown', value: doc } }),
      ...(deprecated && { tags: [1] }),
      sortText: `${rank}${String(this.#items.size).padStart(4, '0')}`,
      ...(filter !== undefined && { filterText: filter }),
      insertTextFormat: this.#snippets ? 2 : 1,
      textEdit: { range: this.#range(token ?? this.token), newText: this.#snippets ? text : plainSnippet(text) },
      ...(command && { command }),
    });
  }

  get all(): CompletionItem[] {
    return [...this.#items.values()];
  }

  #range({ start, end }: Token): Range {
    const { text } = this.#document;
    return { start: text.positionAt(start), end: text.positionAt(end) };
  }
}

/** Text in a snippet that is meant as it is. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A snippet without its tab stops: their texts stay. */
function plainSnippet(snippet: string): string {
  return snippet.replaceAll(
    /\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\}|\$\d|\\([\\$}])/g,
    (_, text: string = '', escaped: string = '') => `${text.replaceAll(/\\([\\$}])/g, '$1')}${escaped}`,
  );
}
