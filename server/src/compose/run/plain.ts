import { plainText, type Style } from '../completion/format.ts';
import type { Anchors } from '../yaml/anchors.ts';
import type { YamlNode } from '../yaml/node.ts';

/** What a part of a compose file says, without places. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMapping;
export interface PlainMapping {
  readonly [key: string]: Plain;
}

/** What a node says; aliases and `<<` are written out. */
export function plainOf(node: YamlNode, anchors: Anchors, depth = 0): Plain {
  const target = depth > 50 ? undefined : anchors.resolve(node);
  switch (target?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return target.type === 'string' || target.type === 'number' || target.type === 'integer'
        ? target.text
        : target.value;
    case 'sequence':
      return target.items.map((item) => plainOf(item, anchors, depth + 1));
    case 'mapping':
      return Object.fromEntries(
        Array.from(anchors.entries(target), ([key, { entry }]) => [key, plainOf(entry.value, anchors, depth + 1)]),
      );
  }
}

export function isMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface WriteOptions {
  readonly style: Style;
  /** Of the keys. */
  readonly column: number;
}

/** The lines of a block mapping. */
export function writeMapping(mapping: PlainMapping, { style, column }: WriteOptions): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(mapping)) {
    const head = `${' '.repeat(column)}${plainText(key)}:`;
    if (isList(value) && value.length > 0 && !isFlow(key, value)) {
      lines.push(head);
      for (const item of value) lines.push(...writeItem(item, { style, column: column + style.dash }));
    } else if (isMapping(value) && Object.keys(value).length > 0)
      lines.push(head, ...writeMapping(value, { style, column: column + style.indent }));
    else lines.push(`${head} ${writeScalar(value)}`.trimEnd());
  }
  return lines;
}

export function writeItem(item: Plain, { style, column }: WriteOptions): string[] {
  const dash = `${' '.repeat(column)}- `;
  if (!isMapping(item) || Object.keys(item).length === 0) return [dash + writeScalar(item)];
  const [first = '', ...rest] = writeMapping(item, { style, column: column + 2 });
  return [dash + first.trimStart(), ...rest];
}

/** Programs with their arguments are read in one line. */
function isFlow(key: string, value: readonly Plain[]): boolean {
  return ['command', 'entrypoint', 'test'].includes(key) && JSON.stringify(value).length < 100;
}

export function writeScalar(value: Plain): string {
  if (value === null) return '';
  if (typeof value === 'string') return plainText(value);
  if (isList(value))
    return value.length === 0
      ? '[]'
      : `[${value.map((item) => (typeof item === 'string' ? JSON.stringify(item) : writeScalar(item))).join(', ')}]`;
  return isMapping(value) ? '{}' : String(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
