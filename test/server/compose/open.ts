import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/src/compose/service.ts';
import type { ComposeDocument } from '../../../server/src/compose/document.ts';
import type { Language } from '../../../server/src/language.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';

/** A compose file as an editor opens it. */
function open(text: string, uri = 'file:///project/compose.yaml'): ComposeDocument {
  return language().open(TextDocument.create(uri, 'dockercompose', 1, text));
}

/** The compose language of a host without abilities; what it logs is an error. */
function language(): Language<ComposeDocument> {
  return compose({
    client: {},
    log: (message) => {
      throw new Error(message);
    },
  });
}

/** All problems of a text, with the default settings. */
export async function problemsOf(text: string, uri?: string): Promise<Problem[]> {
  const document = open(text, uri);
  const token = { isCancellationRequested: false };
  return (await language().provideProblems?.(document, { settings: readSettings(() => undefined) }, token)) ?? [];
}
