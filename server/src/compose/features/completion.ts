import type { ClientCapabilities, CompletionItem, Position } from 'vscode-languageserver';
import { type Cursor, cursorAt } from '../completion/cursor.ts';
import { itemSnippet, styleOf } from '../completion/format.ts';
import { Items } from '../completion/items.ts';
import { offerKeys } from '../completion/keys.ts';
import { mark } from '../completion/probe.ts';
import { offerAliases, offerValues, offerVariables } from '../completion/values.ts';
import type { ComposeDocument } from '../document.ts';

/** What can stand at a position: keys, values, items of lists, names, aliases and variables. */
export function provideCompletion(
  document: ComposeDocument,
  position: Position,
  client: ClientCapabilities,
): CompletionItem[] {
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const offset = document.text.offsetAt(position);
  const cursor = cursorAt(document, offset);
  if (!cursor) return [];
  const variable = /\$(\{?)([A-Za-z_]\w*)?$/.exec(cursor.typed);
  if (cursor.value && variable) return variables(document, { cursor, offset, snippets, written: variable });
  const items = new Items(document, { ...cursor, snippets });
  const style = styleOf(document);
  const { value, item, column, flow } = cursor;
  offerKeys(items, cursor, style);
  if (value) offerValues(items, cursor, value.shape, { present: presentItems(cursor) });
  if (item?.shape.sequence) {
    const { items: shape } = item.shape.sequence;
    offerValues(items, cursor, shape, { prefix: '- ', present: presentItems(cursor) });
    const snippet = itemSnippet(item.shape, { style, column, flow });
    if (shape.mapping) items.add({ label: '- …', kind: 15, snippet: `- ${snippet}`, detail: 'a new item', rank: 4 });
  }
  offerAliases(items, cursor);
  return items.all;
}

function variables(
  document: ComposeDocument,
  {
    cursor,
    offset,
    snippets,
    written,
  }: { cursor: Cursor; offset: number; snippets: boolean; written: RegExpExecArray },
): CompletionItem[] {
  const [, brace = '', name = ''] = written;
  const rest = /^\w*\}?/.exec(document.content.slice(offset))?.[0] ?? '';
  const items = new Items(document, { snippets, token: { start: offset - name.length, end: offset + rest.length } });
  offerVariables(items, cursor, brace !== '');
  return items.all;
}

/** The texts of the other items of the list around the cursor. */
function presentItems({ around }: Cursor): ReadonlySet<string> {
  if (around?.kind !== 'sequence') return new Set();
  return new Set(
    around.items.map((node) => (node.kind === 'scalar' ? node.text : '')).filter((text) => !text.includes(mark)),
  );
}
