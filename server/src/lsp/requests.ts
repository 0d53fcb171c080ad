import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { Awaitable, Language } from '../language.ts';
import type { ServerRequests } from '../protocol/requests.ts';
import { isRouted, type OpenDocument, type RoutedDocument } from './documents.ts';
import { describe } from './guard.ts';

type Handlers = {
  readonly [M in keyof ServerRequests]: (params: ServerRequests[M]['params']) => Awaitable<ServerRequests[M]['result']>;
};

/** Answers our own requests. A failure is logged and answered as one: the client knows what to do without. */
export function registerRequests(
  connection: Connection,
  {
    documents,
    languages,
    log,
  }: {
    readonly documents: Pick<TextDocuments<OpenDocument>, 'get'>;
    readonly languages: () => readonly Language[];
    readonly log: (message: string) => void;
  },
): void {
  /** The open document where it has this text, so that nothing is read twice. */
  const opened = (
    { uri, text }: { readonly uri: string; readonly text: string },
    languageId: string,
  ): Pick<RoutedDocument, 'language' | 'document'> => {
    const open = documents.get(uri);
    if (isRouted(open) && open.language.ids.includes(languageId) && open.text.getText() === text) return open;
    const language = languages().find(({ ids }) => ids.includes(languageId));
    if (!language) throw new Error(`no language reads ${languageId} here`);
    return { language, document: language.open(TextDocument.create(uri, languageId, 0, text)) };
  };
  const handlers: Handlers = {
    'gantry/dockerfileOutline': ({ uri, text }) => {
      const { language, document } = opened({ uri, text }, 'dockerfile');
      return answered(language.provideOutline?.(document));
    },
    'gantry/composeOutline': async ({ uri, text }) => {
      const { language, document } = opened({ uri, text }, 'dockercompose');
      return answered(await language.provideComposeOutline?.(document));
    },
    'gantry/composeRunLine': ({ uri, text, service }) => {
      const { language, document } = opened({ uri, text }, 'dockercompose');
      return language.provideRunLine?.(document, service) ?? null;
    },
    'gantry/composeConfig': ({ uri, text }) => {
      const { language, document } = opened({ uri, text }, 'dockercompose');
      return language.provideComposeConfig?.(document) ?? null;
    },
  };
  for (const [name, handler] of Object.entries(handlers))
    connection.onRequest(name, async (params: never): Promise<unknown> => {
      try {
        return await handler(params);
      } catch (error) {
        log(`${name} failed: ${describe(error)}`);
        throw error;
      }
    });
}

function answered<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('the language of this document has no answer');
  return answer;
}
