import type { CodeAction, Range } from 'vscode-languageserver-types';
import { wants } from '../../lint/actions.ts';
import { styleOf } from '../completion/format.ts';
import type { ComposeDocument } from '../document.ts';
import { collectionRewrites } from '../refactor/collections.ts';
import { extractRewrites } from '../refactor/extract.ts';
import { itemRewrites } from '../refactor/items.ts';
import type { Rewrite, Site } from '../refactor/rewrite.ts';
import { nodeAt } from '../yaml/find.ts';
import type { Entry, YamlNode } from '../yaml/node.ts';
import { runActions } from './dockerRun.ts';

export interface CodeActionOptions {
  readonly range: Range;
  /** The kinds that the client asks for; all when absent. */
  readonly only?: readonly string[] | undefined;
}

/** Other ways to write what stands at a place. */
export function provideCodeActions(document: ComposeDocument, { range, only }: CodeActionOptions): CodeAction[] {
  const actions: CodeAction[] = [];
  const add = (kind: string, found: readonly Rewrite[]): void => {
    actions.push(...found.map((rewrite) => action(document, rewrite, kind)));
  };
  if (wants('refactor.rewrite', only)) {
    actions.push(...runActions(document, range));
    add('refactor.rewrite', rewrites(document, range, { items: itemRewrites, entries: collectionRewrites }));
  }
  if (wants('refactor.extract', only)) add('refactor.extract', rewrites(document, range, { entries: extractRewrites }));
  return actions;
}

interface Rewriters {
  readonly items?: (node: YamlNode, site: Site) => Rewrite[];
  readonly entries: (entry: Entry, site: Site) => Rewrite[];
}

/** Of what the cursor is in, from the inside out. */
function rewrites(document: ComposeDocument, { start }: Range, { items, entries }: Rewriters): Rewrite[] {
  const offset = document.text.offsetAt(start);
  const part = document.partAt(offset);
  if (!part) return [];
  const site = { document, part, style: styleOf(document) };
  const found: Rewrite[] = [];
  for (let node: YamlNode | Entry | undefined = nodeAt(part.root, offset); node; node = node.parent)
    found.push(...(node.kind === 'entry' ? entries(node, site) : (items?.(node, site) ?? [])));
  return found;
}

function action(document: ComposeDocument, { title, edits }: Rewrite, kind: string): CodeAction {
  const changes = edits.map((edit) => ({ range: document.range(edit), newText: edit.text }));
  return { title, kind, edit: { changes: { [document.uri]: changes } } };
}
