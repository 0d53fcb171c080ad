import type { CodeAction, Range } from 'vscode-languageserver-types';
import { wants } from '../../lint/actions.ts';
import type { ComposeDocument } from '../document.ts';
import { runActions } from './dockerRun.ts';

export interface CodeActionOptions {
  readonly range: Range;
  /** The kinds that the client asks for; all when absent. */
  readonly only?: readonly string[] | undefined;
}

/** Other ways to write what stands at a place. */
export function provideCodeActions(document: ComposeDocument, { range, only }: CodeActionOptions): CodeAction[] {
  return wants('refactor.rewrite', only) ? runActions(document, range) : [];
}
