import type { YamlNode } from '../yaml/node.ts';

/** The rules that are found in one walk over a file. */
export type CheckedRule =
  | 'alias-target'
  | 'deprecated-key'
  | 'duplicate-item'
  | 'duplicate-key'
  | 'empty-file'
  | 'excessive-aliasing'
  | 'interpolation-format'
  | 'invalid-name'
  | 'invalid-value'
  | 'merge-value'
  | 'missing-key'
  | 'string-keys'
  | 'unknown-key'
  | 'wrong-type';

/** Offsets in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that a rule finds, by offsets: most are never shown as ranges. */
export interface Report extends Span {
  readonly rule: CheckedRule;
  readonly message: string;
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly (Span & { readonly text: string })[];
    readonly safe: boolean;
  };
  readonly related?: readonly (Span & { readonly message: string })[];
}

/** Where a node is underlined: a scalar whole, a collection at the key or the first line that it begins with. */
export function underline(node: YamlNode): Span {
  if (node.kind === 'scalar' && node.style !== 'literal' && node.style !== 'folded' && node.style !== 'missing')
    return node;
  if (node.kind === 'alias') return node;
  const { parent } = node;
  if (parent?.kind === 'entry' && parent.key !== node) return parent.key;
  if (node.kind === 'mapping' && node.entries[0]) return node.entries[0].key;
  if (node.kind === 'sequence' && node.items[0]) return underline(node.items[0]);
  return node;
}
