import type { ClientCapabilities, CompletionItem, Position } from 'vscode-languageserver';
import type { CompletionTools } from '../../../../server/src/compose/completion/scene.ts';
import { provideCompletion } from '../../../../server/src/compose/features/completion.ts';
import type { ComposeDocument } from '../../../../server/src/compose/document.ts';
import { applyEdits, caret } from '../../../support/markedText.ts';
import { open } from '../open.ts';

const withSnippets: ClientCapabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

/** A file whose `|` is the cursor; a `|` that is meant as such is written `¦`. */
export function cursorIn(marked: string): { document: ComposeDocument; position: Position; text: string } {
  const { text, position } = caret(marked);
  const meant = text.replaceAll('¦', '|');
  return { document: open(meant), position, text: meant };
}

/** In the order in which an editor shows them. */
export async function itemsAt(marked: string, tools: Partial<CompletionTools> = {}): Promise<CompletionItem[]> {
  const { document, position } = cursorIn(marked);
  const items = await provideCompletion(document, position, { client: withSnippets, ...tools });
  return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export async function labelsAt(marked: string, tools: Partial<CompletionTools> = {}): Promise<string[]> {
  return (await itemsAt(marked, tools)).map(({ label }) => label);
}

/** The text after choosing an item; tab stops stay as they are written. */
export async function choose(marked: string, label: string, tools: Partial<CompletionTools> = {}): Promise<string> {
  const { document, position, text } = cursorIn(marked);
  const items = await provideCompletion(document, position, { client: withSnippets, ...tools });
  const item = items.find((each) => each.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no item ${label}`);
  return applyEdits(text, [item.textEdit]);
}
