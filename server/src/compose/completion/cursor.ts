import type { ComposeDocument, ComposePart } from '../document.ts';
import { composeShape } from '../schema/compose.data.ts';
import { Locator } from '../schema/locate.ts';
import { anything, shapeOfKey } from '../schema/lookup.ts';
import type { Shape } from '../schema/shape.ts';
import { parseChunk } from '../yaml/chunk.ts';
import type { Alias, Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import { split } from '../yaml/split.ts';
import { lineEndAt, lineStartAt } from '../yaml/lines.ts';
import { mark, type Probe, probes } from './probe.ts';

/** What may be written at the cursor: some of a key, a scalar and an item that begins with `- `. */
export interface Cursor {
  readonly part: ComposePart;
  readonly key?: { readonly shape: Shape; readonly mapping: Mapping; readonly hasColon: boolean };
  /** An alias when it begins with `*`; `list` is what the list may be that it is an item of. */
  readonly value?: { readonly shape: Shape; readonly node: Scalar | Alias; readonly list?: Shape | undefined };
  readonly item?: { readonly shape: Shape };
  /** The text that a completion replaces, by offsets in the document as it is. */
  readonly token: { readonly start: number; readonly end: number };
  /** What is written of it before the cursor. */
  readonly typed: string;
  /** In which column the token begins; what belongs under it is indented more. */
  readonly column: number;
  /** Inside `{…}` or `[…]`. */
  readonly flow: boolean;
  /** The mapping or list that the cursor is in, as it was read around the cursor. */
  readonly around: YamlNode | undefined;
}

/**
 * Finds out where the cursor is by writing a mark there and reading the chunk around it again: whatever is broken
 * elsewhere does not matter. `undefined` in comments, block texts and where the schema knows nothing.
 */
export function cursorAt(document: ComposeDocument, offset: number): Cursor | undefined {
  const part = document.partAt(offset);
  if (!part) return undefined;
  let item: Cursor | undefined;
  for (const probe of probes(document.content, offset)) {
    const cursor = read(probe, { part, offset, text: document.content });
    if (!cursor) continue;
    // A list may stand in the column of its key: what follows is another item or another key.
    if (probe.dash && isInColumnOfKey(cursor, probe)) item = cursor;
    else return item?.item ? { ...cursor, item: item.item } : cursor;
  }
  return item;
}

function isInColumnOfKey({ around, column }: Cursor, { text }: Probe): boolean {
  const { parent } = around ?? {};
  return parent?.kind === 'entry' && parent.key.start - lineStartAt(text, parent.key.start) === column;
}

function read(
  probe: Probe,
  { part, offset, text }: { part: ComposePart; offset: number; text: string },
): Cursor | undefined {
  const around = chunkAround(probe);
  const node = around && find(around.root);
  if (!node) return undefined;
  const locator = new Locator(around.shape, (anchor) => shapeOfUse(part, anchor));
  const start = Math.min(probe.original(node.start), offset);
  const quote = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double') ? 1 : 0;
  const end = Math.max(probe.original(Math.min(node.end - quote, lineEndAt(probe.text, probe.at))), offset);
  const base: Base = {
    part,
    token: { start: start + quote, end },
    typed: text.slice(start + quote, offset),
    column: start - lineStartAt(text, start),
  };
  const { parent } = node;
  if (parent?.kind === 'entry' && parent.key === node) return atKey(node, { locator, base, probe });
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded') && !isVariable(node))
    return undefined;
  const list = parent?.kind === 'sequence' ? parent : undefined;
  if (probe.dash) {
    const shape = list && locator.shapeOf(list);
    return shape?.sequence && { ...base, item: { shape }, flow: false, around: list };
  }
  const holder = parent?.kind === 'entry' ? parent.parent : list;
  return {
    ...base,
    value: { shape: locator.shapeOf(node) ?? anything, node, list: list && locator.shapeOf(list) },
    flow: list?.flow ?? false,
    around: holder,
  };
}

type Base = Pick<Cursor, 'part' | 'token' | 'typed' | 'column'>;

function atKey(
  node: Scalar | Alias,
  { locator, base, probe }: { locator: Locator; base: Base; probe: Probe },
): Cursor | undefined {
  const mapping = node.parent?.kind === 'entry' ? node.parent.parent : undefined;
  const shape = mapping && locator.shapeOf(mapping);
  if (!mapping || !shape || shape.any === true) return undefined;
  if (!mapping.flow && !isAligned(node, mapping, probe)) return undefined;
  const hasColon = !probe.colon && /^["']?[ \t]*:/.test(probe.text.slice(node.end));
  // A word that is alone where a value goes may become a scalar, a key or, below `key:`, an item.
  const alone = mapping.entries.length === 1 && !mapping.flow && probe.colon;
  const list = mapping.parent?.kind === 'sequence' ? mapping.parent : undefined;
  return {
    ...base,
    ...(shape.mapping && { key: { shape, mapping, hasColon } }),
    ...(alone && shape.scalar && { value: { shape, node, list: list && locator.shapeOf(list) } }),
    ...(alone && shape.sequence && mapping.parent?.kind === 'entry' && { item: { shape } }),
    flow: mapping.flow,
    around: alone && mapping.parent?.kind === 'sequence' ? mapping.parent : mapping,
  };
}

/** A key in another column than those beside it would not be read. */
function isAligned(node: Scalar | Alias, { entries }: Mapping, { text }: Probe): boolean {
  const column = ({ start }: { readonly start: number }): number => start - lineStartAt(text, start);
  return entries.every(({ key }) => column(key) === column(node));
}

/** In a block text only variables can be completed. */
function isVariable({ text }: Scalar): boolean {
  return new RegExp(`\\$\\{?\\w*${mark}`, 'u').test(text);
}

/** The chunk with the mark, and the shape of what is in it. */
function chunkAround({ text, at }: Probe): { root: YamlNode | undefined; shape: Shape } | undefined {
  const { spans = [] } = split(text).find(({ to }) => at < to) ?? {};
  const index = spans.findIndex(({ to }) => at < to);
  const span = spans[index];
  if (!span) return undefined;
  const { root } = parseChunk(text.slice(span.from, span.to), span.from);
  if (span.child !== true) return { root, shape: composeShape };
  const owner = spans.slice(0, index).findLast(({ child }) => child !== true);
  const header = owner && parseChunk(text.slice(owner.from, owner.to), owner.from).root;
  const key = header?.kind === 'mapping' ? (header.entries.at(-1)?.key.text ?? '') : '';
  const shape = composeShape.mapping && shapeOfKey(composeShape.mapping, key);
  return shape && { root, shape };
}

function find(node: YamlNode | undefined): Scalar | Alias | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.text.includes(mark) ? node : undefined;
    case 'alias':
      return node.name.includes(mark) ? node : undefined;
    case 'sequence':
      for (const item of node.items) {
        const found = find(item);
        if (found) return found;
      }
      return undefined;
    case 'mapping':
      for (const { key, value } of node.entries) {
        const found = find(key) ?? find(value);
        if (found) return found;
      }
      return undefined;
  }
}

function shapeOfUse(part: ComposePart, anchor: string): Shape | undefined {
  for (const alias of part.yaml.aliases) {
    const shape = alias.name === anchor ? part.locator.shapeOf(alias) : undefined;
    if (shape && shape.any !== true) return shape;
  }
  return undefined;
}
