import { CompletionItemKind } from 'vscode-languageserver-types';
import { dockerfileRules } from '../lint/rules/index.ts';
import { checks } from '../reference/checks.ts';
import { directives, pragmas, pragmaShells } from '../reference/directives.ts';
import type { CommentCursor } from './cursor.ts';
import { shellCheckCodes } from '../reference/shellCheckCodes.data.ts';
import { escapeSnippet, type Items } from './items.ts';
import type { Scene } from './scene.ts';
import type { Token } from './token.ts';

/** What may be offered in a comment, once it is clear that it is one for a tool. */
interface CommentScene extends Pick<Scene, 'document'> {
  readonly items: (token: Token) => Items;
  /** The person asked for completions; the editor did not by itself. */
  readonly asked: boolean;
}

/** Directives at the head, ignore comments anywhere, and the names and codes in both. */
export function offerComments(
  { document, items: itemsFor, asked }: CommentScene,
  cursor: CommentCursor,
): Items | undefined {
  const text = cursor.before.trimStart();
  const { offset, after } = cursor;
  const tokenOf = (typed: string, rest: RegExp): Token => ({
    start: offset - typed.length,
    end: offset + (rest.exec(after)?.[0].length ?? 0),
    typed,
  });

  const check = /^check\s*=\s*([^\s]*)$/i.exec(text)?.[1];
  if (check !== undefined) {
    const typed = /[^;,=]*$/.exec(check)?.[0] ?? '';
    const items = itemsFor(tokenOf(typed, /^\w*/));
    offerCheck(items, { part: check.slice(check.lastIndexOf(';') + 1), whole: check, head: cursor.head });
    return items;
  }
  const ignored = /^(hadolint|gantry)\s+(?:(?:global|stage)\s+)?ignore\s*=\s*((?:[^#,]*,)*)\s*([\w-]*)$/.exec(text);
  if (ignored) {
    const [, tool = '', earlier = '', typed = ''] = ignored;
    const items = itemsFor(tokenOf(typed, /^[\w-]*/));
    offerNames(items, { tool, present: new Set(earlier.split(',').map((name) => name.trim())) });
    return items;
  }
  // ShellCheck reads its own comments in here-documents; others never get to it.
  const [, disabled, began = ''] = /^shellcheck\s+disable=((?:[^#,]*,)*)(\w*)$/.exec(text) ?? [];
  if (disabled !== undefined) {
    const items = itemsFor(tokenOf(began, /^\w*/));
    offerShellCheckCodes(items, new Set(disabled.split(',')));
    return items;
  }
  const shell = /^hadolint\s+shell\s*=\s*(\w*)$/.exec(text)?.[1];
  if (shell !== undefined) {
    const items = itemsFor(tokenOf(shell, /^\w*/));
    for (const name of pragmaShells) items.add({ label: name, kind: CompletionItemKind.EnumMember, rank: 1 });
    return items;
  }
  const [, name = '', value] = /^(syntax|escape)\s*=\s*(\S*)$/i.exec(text) ?? [];
  if (value !== undefined && cursor.head) {
    const items = itemsFor(tokenOf(value, /^\S*/));
    for (const known of directives.find((directive) => directive.name === name.toLowerCase())?.values ?? [])
      items.add({
        label: known.name,
        kind: CompletionItemKind.Value,
        snippet: escapeSnippet(known.name),
        doc: known.doc,
        rank: 1,
      });
    return items;
  }
  return offerBeginnings(itemsFor(tokenOf(text, /^[\w ]*=?/)), { document, cursor, asked });
}

/** `syntax=`, `hadolint ignore=` and the like. A comment in prose is left alone: only what is begun is offered. */
function offerBeginnings(
  items: Items,
  { document, cursor, asked }: Pick<CommentScene, 'document' | 'asked'> & { readonly cursor: CommentCursor },
): Items | undefined {
  const { typed } = items.token;
  const fits = (text: string): boolean => (typed === '' ? asked : text.startsWith(typed.toLowerCase()));
  const given = new Set(document.parsed.head.map(({ text }) => text.split('=')[0]?.trim().toLowerCase()));
  const kind = CompletionItemKind.Property;
  const space = cursor.before.startsWith(' ') ? '' : ' ';
  if (cursor.head)
    for (const { name, doc } of directives)
      if (fits(`${name}=`) && (!given.has(name) || typed.toLowerCase() === name))
        items.add({ label: `${name}=`, kind, snippet: `${space}${name}=`, doc, rank: 1 });
  for (const { text, doc } of pragmas)
    if (fits(text)) items.add({ label: text, kind, snippet: `${space}${text}`, doc, rank: 2 });
  return items;
}

function offerCheck(
  items: Items,
  { part, whole, head }: { readonly part: string; readonly whole: string; readonly head: boolean },
): void {
  const equals = part.indexOf('=');
  if (equals < 0) {
    const check = directives.find(({ name }) => name === 'check');
    for (const { name, doc } of check?.values ?? [])
      // Above an instruction nothing but `skip` counts.
      if ((head || name === 'skip=') && !whole.includes(`${name.split('=')[0] ?? ''}=`))
        items.add({ label: name, kind: CompletionItemKind.Property, doc, rank: 1 });
    return;
  }
  const key = part.slice(0, equals);
  if (key === 'error') {
    for (const word of ['true', 'false']) items.add({ label: word, kind: CompletionItemKind.Keyword, rank: 1 });
    return;
  }
  const present = new Set(
    part
      .slice(equals + 1)
      .split(',')
      .slice(0, -1),
  );
  for (const { name, doc, experimental = false } of checks)
    if (!present.has(name) && (key !== 'experimental' || experimental))
      items.add({ label: name, kind: CompletionItemKind.EnumMember, doc, rank: 1 });
  if (present.size === 0) items.add({ label: 'all', kind: CompletionItemKind.Keyword, doc: 'Every check.', rank: 2 });
}

function offerNames(
  items: Items,
  { tool, present }: { readonly tool: string; readonly present: ReadonlySet<string> },
): void {
  const kind = CompletionItemKind.EnumMember;
  for (const { id, codes, summary } of dockerfileRules) {
    for (const code of codes)
      if (/^DL\d+$/.test(code) && !present.has(code) && (tool === 'hadolint' || !present.has(id)))
        items.add({ label: code, kind, detail: summary, rank: tool === 'hadolint' ? 1 : 2 });
    if (tool === 'gantry' && !present.has(id))
      items.add({ label: id, kind, detail: codes.join(', '), doc: summary, rank: 1 });
  }
  offerShellCheckCodes(items, present);
}

function offerShellCheckCodes(items: Items, present: ReadonlySet<string>): void {
  for (const [label, detail] of Object.entries(shellCheckCodes))
    if (!present.has(label)) items.add({ label, kind: CompletionItemKind.EnumMember, detail, rank: 3 });
}
