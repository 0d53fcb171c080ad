import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Language, LanguageDocument, LanguageHost } from '../../../../server/src/language.ts';
import { languages } from '../../../../server/src/languages.ts';
import { applyEdits, caret } from '../../../support/markedText.ts';

export interface Folder {
  readonly language: Language;
  readonly document: LanguageDocument;
  /** Of the `|`. */
  readonly position: Position;
  readonly texts: Readonly<Record<string, string>>;
  /** Places as `path: word`, in the order of the answer. */
  readonly shown: (places: readonly { readonly uri: string; readonly range: TextDocumentRange }[]) => string[];
  /** The texts that edits change, after them. */
  readonly edited: (changes: Readonly<Record<string, TextEdit[]>>) => Record<string, string>;
}
type TextDocumentRange = Parameters<TextDocument['getText']>[0];

/** The files of `/project` by their paths in it; the one with a `|` is open, and that is where the cursor is. */
export function folder(marked: Readonly<Record<string, string>>, host: Partial<LanguageHost> = {}): Folder {
  const [openPath = '', markedText = ''] = Object.entries(marked).find(([, text]) => text.includes('|')) ?? [];
  const { text, position } = caret(markedText);
  const texts = { ...marked, [openPath]: text };
  const byPath = new Map(Object.entries(texts).map(([path, each]) => [`/project/${path}`, each]));
  const all = languages({
    client: {},
    log: (message) => {
      throw new Error(message);
    },
    readText: (path) => Promise.resolve(byPath.get(path)),
    files: {
      kind: (path) => Promise.resolve(byPath.has(path) ? 'file' : undefined),
      list: (path) =>
        Promise.resolve(
          [...byPath.keys()]
            .filter((each) => each.startsWith(`${path}/`) && !each.slice(path.length + 1).includes('/'))
            .map((each) => ({ name: each.slice(path.length + 1), kind: 'file' })),
        ),
    },
    ...host,
  });
  const language = all.find(({ fileNames }) => fileNames.test(openPath.split('/').at(-1) ?? ''));
  if (!language) throw new Error(`no language for ${openPath}`);
  const uriOf = (path: string): string => pathToFileURL(path).href;
  const documents = new Map(
    Array.from(byPath, ([path, each]) => [uriOf(path), TextDocument.create(uriOf(path), '', 0, each)]),
  );
  const name = (uri: string): string => uri.replace('file:///project/', '');
  return {
    language,
    document: language.open(TextDocument.create(uriOf(`/project/${openPath}`), language.ids[0] ?? '', 1, text)),
    position,
    texts,
    shown: (places) =>
      places.map(({ uri, range }) => {
        const line = (range?.start.line ?? 0) + 1;
        return `${name(uri)}:${String(line)} ${documents.get(uri)?.getText(range) ?? ''}`;
      }),
    edited: (changes) =>
      Object.fromEntries(
        Object.entries(changes).map(([uri, edits]) => [
          name(uri),
          applyEdits(documents.get(uri)?.getText() ?? '', edits),
        ]),
      ),
  };
}
