import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/src/compose/service.ts';
import { checkedRules } from '../../../server/src/compose/check/report.ts';
import type { ComposeDocument } from '../../../server/src/compose/document.ts';
import type { Language } from '../../../server/src/language.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';

/** A compose file as an editor opens it. */
export function open(text: string, uri = 'file:///project/compose.yaml'): ComposeDocument {
  return language().open(TextDocument.create(uri, 'dockercompose', 1, text));
}

/** The compose language of a host without abilities; what it logs is an error. */
export function language(): Language<ComposeDocument> {
  return compose({
    client: {},
    log: (message) => {
      throw new Error(message);
    },
  });
}

/** A file that is edited: answers the problems of each version as the one after the version before. */
export function editing(uri = 'file:///project/compose.yaml'): (text: string) => Promise<Problem[]> {
  const edited = language();
  let version = 0;
  // The server holds the newest document of an open file.
  let held: ComposeDocument | undefined;
  return async (text) => {
    version += 1;
    held = edited.open(TextDocument.create(uri, 'dockercompose', version, text));
    return (await edited.provideProblems?.(held, context, token)) ?? [];
  };
}

const context = { settings: readSettings(() => undefined) };
const token = { isCancellationRequested: false };

/** All problems of a text, with the default settings. */
export async function problemsOf(text: string, uri?: string): Promise<Problem[]> {
  return (await language().provideProblems?.(open(text, uri), context, token)) ?? [];
}

/** Those of them that the walk over the file itself finds, and of its syntax. */
export async function ownProblemsOf(text: string, uri?: string): Promise<Problem[]> {
  return (await problemsOf(text, uri)).filter(isOwn);
}

/** Whether a problem is one of the file itself and not of the project that it makes up. */
function isOwn({ id, kind }: Problem): boolean {
  return kind === 'syntax' || checkedRules.some((rule) => rule === id);
}
