import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { readIgnore } from '../../lint/directives.ts';
import type { ComposeDocument } from '../document.ts';
import type { YamlNode } from '../yaml/node.ts';
import { lineStartAt } from '../yaml/lines.ts';

export interface Directives {
  /** Whether a comment covers a finding that is known under these names. */
  silences(range: Range, names: readonly string[]): boolean;
}

/** Stands for every rule, in the comments of others. */
const every = '*';

/**
 * The ignore comments of a file: one at the end of a line covers the line, one on a line of its own covers the next line
 * that is no comment, a global one the whole file. Those of dclint count, too, and `docker-lint-disable…`, by any name of a rule.
 * @see https://github.com/zavoloklom/docker-compose-linter/blob/main/docs/configuration-comments.md
 */
export function readDirectives(document: ComposeDocument): Directives {
  const everywhere = new Set<string>();
  const byLine = new Map<number, Set<string>>();
  for (const { line, text, alone } of ignoreComments(document)) {
    const { scope, names = [] } = readIgnore(text) ?? readDisable(text) ?? {};
    const below = alone || scope === 'next';
    const target = scope === 'global' ? undefined : below ? nextLine(document, line) : line;
    const into = target === undefined ? everywhere : (byLine.get(target) ?? new Set());
    for (const name of names) into.add(name);
    if (target !== undefined) byLine.set(target, into);
  }
  return {
    silences: ({ start }, names) =>
      [every, ...names].some((name) => everywhere.has(name) || byLine.get(start.line)?.has(name) === true),
  };
}

/** `dclint disable`, `docker-lint-disable-next-line` and the like, with the names of rules or none for all; ` -- ` begins a reason. */
function readDisable(
  text: string,
): { readonly scope: 'global' | 'line' | 'next'; readonly names: readonly string[] } | undefined {
  const [, where = '', list] =
    /^(?:dclint\s+|docker-lint-)disable(-file|-line|-next-line)?(?![\w-])(.*)$/.exec(text.replace(/\s--\s.*$/, '')) ??
    [];
  if (list === undefined) return undefined;
  const names = list.split(/[\s,]+/).filter((name) => name !== '');
  const scope = where === '-line' ? 'line' : where === '-next-line' ? 'next' : 'global';
  return { scope, names: names.length > 0 ? names : [every] };
}

/** The edit that writes an ignore comment for a rule, above the line or at the top of the file. */
export function silencingEdit(document: ComposeDocument, { id, at }: { id: string; at: Position | 'file' }): TextEdit {
  const line = at === 'file' ? 0 : at.line;
  const start = { line, character: 0 };
  const eol = document.content.includes('\r\n') ? '\r\n' : '\n';
  const text = document.text.getText({ start, end: { line: line + 1, character: 0 } });
  const indent = at === 'file' ? '' : (/^[ \t]*/.exec(text)?.[0] ?? '');
  return {
    range: { start, end: start },
    newText: `${indent}# gantry ${at === 'file' ? 'global ' : ''}ignore=${id}${eol}`,
  };
}

function* ignoreComments(document: ComposeDocument): Iterable<{ line: number; text: string; alone: boolean }> {
  const { content, text } = document;
  for (const { index } of content.matchAll(
    /#\s*(?:gantry\s+(?:global\s+)?ignore\s*=|(?:dclint\s+|docker-lint-)disable)/g,
  )) {
    const before = content.slice(lineStartAt(content, index), index);
    if (!/(^|\s)$/.test(before) || insideScalar(document, index)) continue;
    const [line = ''] = content.slice(index).split(/\r?\n/, 1);
    yield { line: text.positionAt(index).line, text: line.slice(1).trim(), alone: before.trim() === '' };
  }
}

/** A `#` in a block or quoted text begins no comment. */
function insideScalar(document: ComposeDocument, offset: number): boolean {
  let node: YamlNode | undefined = document.partAt(offset)?.root;
  while (node) {
    if (node.kind === 'scalar') return node.style !== 'missing' && node.start <= offset && offset < node.end;
    if (node.kind === 'alias') return false;
    const children: readonly YamlNode[] = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items;
    node = children.find(({ start, end }) => start <= offset && offset < end);
  }
  return false;
}

function nextLine({ text }: ComposeDocument, line: number): number {
  for (let next = line + 1; next < text.lineCount; next += 1) {
    const content = text.getText({ start: { line: next, character: 0 }, end: { line: next + 1, character: 0 } });
    if (!/^\s*(#|$)/.test(content)) return next;
  }
  return line + 1;
}
