import { CompletionItemKind } from 'vscode-languageserver-types';
import { namesOf } from '../references.ts';
import type { ScalarShape, Shape, ValueKind } from '../schema/shape.ts';
import { isMerge } from '../yaml/anchors.ts';
import { pathTo } from '../yaml/node.ts';
import type { Cursor } from './cursor.ts';
import { escape, plainText } from './format.ts';
import { images } from './images.data.ts';
import type { Items } from './items.ts';
import { environmentNames, inlineStages, textsOfKind, variableNames } from './surroundings.ts';

export interface ValueOptions {
  /** Written before each: `- ` for an item. */
  readonly prefix?: string;
  /** The values that stand in the same list already. */
  readonly present?: ReadonlySet<string>;
}

/** The values that a scalar may have: its words, names from elsewhere, and forms to fill in. */
export function offerValues(items: Items, cursor: Cursor, shape: Shape, options: ValueOptions = {}): void {
  const { scalar } = shape;
  if (!scalar) return;
  const { prefix = '', present } = options;
  const quoted = cursor.value?.node.kind === 'scalar' && ['single', 'double'].includes(cursor.value.node.style);
  const add = (
    label: string,
    rank: number,
    more: { detail?: string; snippet?: string; kind?: CompletionItemKind } = {},
  ): void => {
    if (present?.has(label) === true) return;
    const { kind = CompletionItemKind.Value, detail } = more;
    const text = more.snippet ?? escape(quoted || !scalar.types.includes('string') ? label : plainText(label));
    items.add({ label, kind, snippet: prefix + text, ...(detail !== undefined && detail !== '' && { detail }), rank });
  };

  for (const word of scalar.enum ?? []) add(word, 1, { kind: CompletionItemKind.EnumMember });
  if (takesBoolean(scalar))
    for (const word of ['true', 'false']) add(word, 1, { kind: CompletionItemKind.Keyword, snippet: word });
  for (const [word, meaning] of Object.entries(scalar.values ?? {})) {
    const open = word.endsWith(':');
    add(word, 2, { kind: CompletionItemKind.EnumMember, detail: meaning, ...(open && { snippet: `"${word}$0"` }) });
    if (word === 'service:') for (const name of namesOf(cursor.part, 'services').defined) add(`service:${name}`, 3);
  }
  if (scalar.ref && scalar.kind !== 'volume') offerNames(cursor, scalar.ref, add);
  if (scalar.kind) offerKind(cursor, scalar.kind, { add, quoted });
}

type Add = (
  label: string,
  rank: number,
  more?: { detail?: string; snippet?: string; kind?: CompletionItemKind },
) => void;

function offerNames({ part, around }: Cursor, section: NonNullable<ScalarShape['ref']>, add: Add): void {
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

function offerKind(cursor: Cursor, kind: ValueKind, { add, quoted }: { add: Add; quoted: boolean }): void {
  const { part, around } = cursor;
  const quote = quoted ? '' : '"';
  const snippet = CompletionItemKind.Snippet;
  switch (kind) {
    case 'image':
      for (const image of textsOfKind(part, 'image')) add(image, 2, { detail: 'used in this file' });
      for (const [name, { doc }] of Object.entries(images))
        add(name, 5, { kind: CompletionItemKind.Module, detail: doc });
      return;
    case 'port':
      add('host:container', 2, {
        kind: snippet,
        snippet: `${quote}\${1:8080}:\${2:80}${quote}`,
        detail: 'publish a port',
      });
      add('127.0.0.1:host:container', 2, {
        kind: snippet,
        snippet: `${quote}127.0.0.1:\${1:8080}:\${2:80}${quote}`,
        detail: 'to this machine only',
      });
      add('host:container/udp', 3, { kind: snippet, snippet: `${quote}\${1:5353}:\${2:53}/udp${quote}` });
      return;
    case 'volume':
      for (const name of [...namesOf(part, 'volumes').defined, ...namesOf(part, 'volumes').missing])
        add(`${name}:`, 1, {
          kind: CompletionItemKind.Reference,
          snippet: `${escape(name)}:\${1:/data}`,
          detail: 'named volume',
        });
      add('./folder:/target', 2, { kind: snippet, snippet: './${1:folder}:${2:/target}', detail: 'bind a folder' });
      add('./file:/target:ro', 3, { kind: snippet, snippet: './${1:file}:${2:/target}:ro', detail: 'bind, read-only' });
      add('name:/target', 3, { kind: snippet, snippet: '${1:name}:${2:/target}', detail: 'named volume' });
      return;
    case 'duration':
      for (const text of ['5s', '10s', '30s', '1m', '5m', '1h']) add(text, 5);
      return;
    case 'bytes':
      for (const text of ['64m', '128m', '256m', '512m', '1g', '2g']) add(text, 5);
      return;
    case 'environment':
      for (const name of environmentNames(part))
        add(name, 3, { kind: CompletionItemKind.Variable, snippet: `${escape(name)}=$0` });
      return;
    case 'profile':
      for (const name of textsOfKind(part, 'profile')) add(name, 1);
      return;
    case 'target': {
      const stages = around?.kind === 'mapping' ? inlineStages(around) : [];
      for (const name of stages) add(name, 1, { detail: 'stage' });
      for (const name of textsOfKind(part, 'target')) add(name, 2, { detail: 'used in this file' });
      return;
    }
    case 'dockerfile':
      add('Dockerfile', 3, { kind: CompletionItemKind.File });
      for (const name of textsOfKind(part, 'dockerfile'))
        add(name, 2, { kind: CompletionItemKind.File, detail: 'used in this file' });
      return;
    case 'file':
      add('.env', 5, { kind: CompletionItemKind.File });
      for (const name of textsOfKind(part, 'file'))
        add(name, 2, { kind: CompletionItemKind.File, detail: 'used in this file' });
      return;
    case 'folder':
      add('.', 3, { kind: CompletionItemKind.Folder, snippet: '.' });
      for (const name of textsOfKind(part, 'folder'))
        add(name, 2, { kind: CompletionItemKind.Folder, detail: 'used in this file' });
      return;
    default:
  }
}

/** `*name`, where anchors stand before the cursor: after `<<:`, and where a `*` is typed. */
export function offerAliases(items: Items, { part, value, token, typed }: Cursor): void {
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

/** The names after `$` and `${`. */
export function offerVariables(items: Items, { part }: Cursor, braces: boolean): void {
  for (const name of new Set([...variableNames(part), ...environmentNames(part)]))
    items.add({ label: name, kind: CompletionItemKind.Variable, snippet: braces ? `${name}\\}` : name, rank: 2 });
}

function takesBoolean({ types, cast }: ScalarShape): boolean {
  return cast === 'boolean' || (types.includes('boolean') && !types.includes('number'));
}
