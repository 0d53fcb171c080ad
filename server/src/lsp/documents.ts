import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Language, LanguageDocument } from '../language.ts';

/** An open document with the language that answers for it; none does for a file that is not ours. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
  readonly language: Language | undefined;
  readonly document: LanguageDocument | undefined;
}

/** An open document that has a language. */
export interface RoutedDocument extends OpenDocument {
  readonly language: Language;
  readonly document: LanguageDocument;
}

/**
 * The open documents, each with its language's document for the current version.
 * An edit makes a new one over a new text, so that whoever still works on the old version keeps a consistent view.
 */
export function openDocuments(languages: () => readonly Language[]): TextDocuments<OpenDocument> {
  const open = (text: TextDocument, language: Language | undefined): OpenDocument => ({
    uri: text.uri,
    version: text.version,
    text,
    language,
    document: language?.open(text),
  });
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, content) =>
      open(TextDocument.create(uri, languageId, version, content), languageOf(languages(), { languageId, uri })),
    update: ({ text, language }, changes: TextDocumentContentChangeEvent[], version) => {
      const copy = TextDocument.create(text.uri, text.languageId, text.version, text.getText());
      return open(TextDocument.update(copy, changes, version), language);
    },
  });
}

export function isRouted(open: OpenDocument | undefined): open is RoutedDocument {
  return open?.document !== undefined;
}

/** By language id; by file name where an editor has an id of its own for them (`yaml`, `plaintext`). */
export function languageOf(
  languages: readonly Language[],
  { languageId, uri }: { readonly languageId: string; readonly uri: string },
): Language | undefined {
  const name = decodeURIComponentSafely(uri.slice(uri.lastIndexOf('/') + 1));
  return (
    languages.find(({ ids }) => ids.includes(languageId)) ?? languages.find(({ fileNames }) => fileNames.test(name))
  );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
