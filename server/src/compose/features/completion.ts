import type { CompletionItem, Position } from 'vscode-languageserver';
import { type Cursor, cursorAt } from '../completion/cursor.ts';
import { itemSnippet, styleOf } from '../completion/format.ts';
import { Items } from '../completion/items.ts';
import { offerKeys } from '../completion/keys.ts';
import { mark } from '../completion/probe.ts';
import { type CompletionTools, Scene } from '../completion/scene.ts';
import { offerAliases, offerValues } from '../completion/values.ts';
import { offerVariables } from '../completion/variables.ts';
import type { ComposeDocument } from '../document.ts';

/** What can stand at a position: keys, values, items of lists, names, aliases and variables. */
export async function provideCompletion(
  document: ComposeDocument,
  position: Position,
  tools: CompletionTools,
): Promise<CompletionItem[]> {
  const snippets = tools.client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const offset = document.text.offsetAt(position);
  const cursor = cursorAt(document, offset);
  if (!cursor) return [];
  const [variable, brace = '', name = ''] = (cursor.value && /\$(\{?)([A-Za-z_]\w*)?$/.exec(cursor.typed)) ?? [];
  const rest = /^\w*\}?/.exec(document.content.slice(offset))?.[0] ?? '';
  const token = variable === undefined ? tokenOf(cursor) : { start: offset - name.length, end: offset + rest.length };
  const items = new Items(document, { token, snippets });
  const scene = new Scene(document, { cursor, items, tools });
  if (variable === undefined) await offer(scene);
  else await offerVariables(scene, brace !== '');
  return items.all;
}

async function offer(scene: Scene): Promise<void> {
  const { cursor, items } = scene;
  const style = styleOf(scene.document);
  const { value, item, column, flow } = cursor;
  await offerKeys(scene, style);
  const present = presentItems(cursor);
  if (value) await offerValues(scene, value.shape, { present, list: value.list });
  if (item?.shape.sequence) {
    const { items: shape } = item.shape.sequence;
    await offerValues(scene, shape, { prefix: '- ', present, list: item.shape });
    const snippet = itemSnippet(item.shape, { style, column, flow });
    if (shape.mapping) items.add({ label: '- …', kind: 15, snippet: `- ${snippet}`, detail: 'a new item', rank: 4 });
  }
  offerAliases(scene);
}

/** Of a mount, only the part at the cursor: the others stay. */
function tokenOf({ value, token, typed }: Cursor): Cursor['token'] {
  if (value?.shape.scalar?.kind !== 'volume' || value.node.kind !== 'scalar' || typed.includes(':')) return token;
  const colon = value.node.text.replace(mark, '').indexOf(':');
  return colon < 0 ? token : { start: token.start, end: token.start + colon };
}

/** The texts of the other items of the list around the cursor. */
function presentItems({ around }: Cursor): ReadonlySet<string> {
  if (around?.kind !== 'sequence') return new Set();
  return new Set(
    around.items.map((node) => (node.kind === 'scalar' ? node.text : '')).filter((text) => !text.includes(mark)),
  );
}
