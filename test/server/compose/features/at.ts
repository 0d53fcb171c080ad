import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { provideCompletion } from '../../../../server/src/compose/features/completion.ts';
import type { ComposeDocument } from '../../../../server/src/compose/document.ts';
import { open } from '../open.ts';

/** A file whose `|` is the cursor; a `|` that is meant as such is written `¦`. */
export function cursorIn(marked: string): { document: ComposeDocument; position: Position; text: string } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error('no | in the text');
  const text = (marked.slice(0, at) + marked.slice(at + 1)).replaceAll('¦', '|');
  const document = open(text);
  return { document, position: document.text.positionAt(at), text };
}

export function itemsAt(marked: string): CompletionItem[] {
  const { document, position } = cursorIn(marked);
  return [...provideCompletion(document, position)].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export function labelsAt(marked: string): string[] {
  return itemsAt(marked).map(({ label }) => label);
}

/** The text after choosing an item; tab stops stay as they are written. */
export function choose(marked: string, label: string): string {
  const { document, position, text } = cursorIn(marked);
  const item = provideCompletion(document, position).find((each) => each.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no item ${label}`);
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'dockercompose', 1, text), [item.textEdit]);
}
