import { CompletionItemKind } from 'vscode-languageserver-types';
import { namesOf } from '../references.ts';
import type { ScalarShape, Shape } from '../schema/shape.ts';
import { isMerge } from '../yaml/anchors.ts';
import { pathTo } from '../yaml/node.ts';
import type { Cursor } from './cursor.ts';
import { escape, plainText } from './format.ts';
import { offerKind } from './kinds.ts';
import { values as usual } from './known.data.ts';
import { nameOffers } from './names.ts';
import type { Scene } from './scene.ts';
import { offerOtherServices } from './services.ts';
import { keyAround } from './surroundings.ts';

export interface ValueOptions {
  /** Written before each: `- ` for an item. */
  readonly prefix?: string;
  /** The values that stand in the same list already. */
  readonly present?: ReadonlySet<string>;
  /** Of the list that the value is an item of. */
  readonly list?: Shape | undefined;
}

/** Writes one value: its label with what is known of it. */
export type AddValue = (
  label: string,
  rank: number,
  more?: { readonly detail?: string | undefined; readonly snippet?: string; readonly kind?: CompletionItemKind },
) => void;

/** The values that a scalar may have: its words, names from elsewhere, and forms to fill in. */
export async function offerValues(scene: Scene, shape: Shape, options: ValueOptions = {}): Promise<void> {
  const { scalar } = shape;
  if (!scalar) return;
  const { items, cursor } = scene;
  const { prefix = '', present, list } = options;
  const quoted = isQuoted(cursor);
  const add: AddValue = (label, rank, { kind = CompletionItemKind.Value, detail, snippet } = {}) => {
    if (present?.has(label) === true) return;
    const text = snippet ?? escape(quoted || !scalar.types.includes('string') ? label : plainText(label));
    items.add({ label, kind, snippet: prefix + text, ...(detail !== undefined && detail !== '' && { detail }), rank });
  };

  for (const word of scalar.enum ?? []) add(word, 1, { kind: CompletionItemKind.EnumMember });
  if (takesBoolean(scalar))
    for (const word of ['true', 'false']) add(word, 1, { kind: CompletionItemKind.Keyword, snippet: word });
  for (const [word, meaning] of Object.entries({ ...scalar.values, ...known(cursor) })) {
    const open = word.endsWith(':') || word.endsWith('=') || word.endsWith('.');
    const snippet = open && !quoted ? `"${escape(word)}$0"` : undefined;
    add(word, 2, { kind: CompletionItemKind.EnumMember, detail: meaning, ...(snippet !== undefined && { snippet }) });
    if (word === 'service:') for (const name of namesOf(cursor.part, 'services').defined) add(`service:${name}`, 3);
  }
  if (scalar.ref === 'services' && (await offerOtherServices(scene, add))) return;
  if (scalar.ref && scalar.kind !== 'volume') offerNames(cursor, scalar.ref, add);
  const { names } = list?.mapping ?? {};
  if (names && !names.ref)
    for (const { name, detail, value = '' } of await nameOffers(names, scene))
      add(name, 3, {
        kind: CompletionItemKind.Variable,
        detail,
        snippet: quoted || value === '' ? `${escape(`${name}=${value}`)}$0` : escape(plainText(`${name}=${value}`)),
      });
  if (scalar.kind) await offerKind(scene, scalar.kind, { add, quoted, prefix });
}

/** What is usual after a key, or after the names of one's own below it. */
function known(cursor: Cursor): Readonly<Record<string, string>> {
  const { parent } = cursor.around ?? {};
  const keys = [keyAround(cursor), parent?.kind === 'entry' ? parent.key.text : undefined];
  const key = keys.find((name) => name !== undefined && Object.hasOwn(usual, name));
  return (key === undefined ? undefined : usual[key]) ?? {};
}

export function isQuoted({ value }: Cursor): boolean {
  return value?.node.kind === 'scalar' && (value.node.style === 'single' || value.node.style === 'double');
}

function offerNames({ part, around }: Cursor, section: NonNullable<ScalarShape['ref']>, add: AddValue): void {
  const { defined, missing } = namesOf(part, section);
  const own = around && ownService(around);
  for (const name of defined)
    if (name !== own) add(name, 1, { kind: CompletionItemKind.Reference, detail: section.slice(0, -1) });
  if (section !== 'services')
    for (const name of missing) add(name, 4, { kind: CompletionItemKind.Reference, detail: 'not defined yet' });
}

/** A service does not depend on itself. The chunk around the cursor begins with `services` or with the service. */
function ownService(node: NonNullable<Cursor['around']>): string | undefined {
  const [first, second] = pathTo(node).map(String);
  return first === 'services' ? second : first;
}

/** `*name`, where anchors stand before the cursor: after `<<:`, and where a `*` is typed. */
export function offerAliases({ items, cursor: { part, value, token, typed } }: Scene): void {
  const merge = value?.node.parent?.kind === 'entry' && isMerge(value.node.parent);
  if (!merge && !typed.startsWith('*')) return;
  for (const node of part.yaml.anchors) {
    const { anchor } = node;
    if (!anchor || anchor.start > token.start) continue;
    const target = part.anchors.valueOf(node);
    if (merge && target.kind !== 'mapping') continue;
    items.add({ label: `*${anchor.name}`, kind: CompletionItemKind.Reference, detail: target.kind, rank: 1 });
  }
}

function takesBoolean({ types, cast }: ScalarShape): boolean {
  return cast === 'boolean' || (types.includes('boolean') && !types.includes('number'));
}
