import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection } from 'vscode-languageserver';
import type { Awaitable, Language } from '../language.ts';
import type { ServerRequests } from '../protocol/requests.ts';
import { describe } from './guard.ts';

type Handlers = {
  readonly [M in keyof ServerRequests]: (params: ServerRequests[M]['params']) => Awaitable<ServerRequests[M]['result']>;
};

/** Answers our own requests. A failure is logged and answered as one: the client knows what to do without. */
export function registerRequests(
  connection: Connection,
  { languages, log }: { readonly languages: () => readonly Language[]; readonly log: (message: string) => void },
): void {
  const handlers: Handlers = {
    'gantry/dockerfileOutline': ({ uri, text }) => {
      const language = languages().find(({ ids }) => ids.includes('dockerfile'));
      const document = language?.open(TextDocument.create(uri, 'dockerfile', 0, text));
      const outline = document && language?.provideOutline?.(document);
      if (!outline) throw new Error('no language reads Dockerfiles here');
      return outline;
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
