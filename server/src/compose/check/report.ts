import type { Severity } from '../../lint/rule.ts';
import type { Place, YamlNode } from '../yaml/node.ts';

/** The rules that are found in one walk over a file. */
export const checkedRules = [
  'alias-target',
  'bind-path-prefix',
  'boolean-word',
  'command-needs-shell',
  'command-quotes',
  'container-name',
  'deprecated-key',
  'device-request',
  'duplicate-item',
  'duplicate-key',
  'empty-file',
  'excessive-aliasing',
  'external-alone',
  'healthcheck-test',
  'host-name',
  'image-reference',
  'interpolation-format',
  'invalid-address',
  'invalid-device',
  'invalid-duration',
  'invalid-extra-host',
  'invalid-file-mode',
  'invalid-name',
  'invalid-port',
  'invalid-quantity',
  'invalid-value',
  'invalid-volume',
  'list-item-form',
  'merge-value',
  'missing-key',
  'namespaced-sysctls',
  'no-effect',
  'one-dockerfile',
  'one-source',
  'portable-path',
  'profile-name',
  'quote-booleans',
  'quote-ports',
  'reserved-label',
  'reset-tag',
  'string-keys',
  'tmpfs-options',
  'unknown-key',
  'unknown-word',
  'unquoted-volumes',
  'value-range',
  'variable-in-key',
  'variable-name',
  'watch-action',
  'wrong-type',
] as const;

export type CheckedRule = (typeof checkedRules)[number];

/** A piece of the text that moves with the chunk it was read from, so that what was found of a chunk stays right. */
export interface Spot {
  readonly place: Place;
  /** From the start of the place. */
  readonly from: number;
  readonly to: number;
}

/** Something that a rule finds. */
export interface Report {
  readonly rule: CheckedRule;
  readonly at: Spot;
  readonly message: string;
  /** When it is milder or graver than the rule's findings are. */
  readonly severity?: Exclude<Severity, 'off'>;
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly at: Spot; readonly text: string }[];
    readonly safe: boolean;
  };
  readonly related?: readonly { readonly at: Spot; readonly message: string }[];
}

/** Where a node stands. */
export function spotOf({
  place,
  start,
  end,
}: {
  readonly place: Place;
  readonly start: number;
  readonly end: number;
}): Spot {
  return { place, from: start - place.start, to: end - place.start };
}

/** The offsets in the text as it is now. */
export function offsetsOf({ place, from, to }: Spot): { readonly start: number; readonly end: number } {
  return { start: place.start + from, end: place.start + to };
}

/** Where a node is underlined: a scalar whole, a collection at the key or the first line that it begins with. */
export function underline(node: YamlNode): Spot {
  if (node.kind === 'alias') return spotOf(node);
  if (node.kind === 'scalar' && !['literal', 'folded', 'missing'].includes(node.style)) return spotOf(node);
  const { parent } = node;
  if (parent?.kind === 'entry' && parent.key !== node) return spotOf(parent.key);
  if (node.kind === 'mapping' && node.entries[0]) return spotOf(node.entries[0].key);
  if (node.kind === 'sequence' && node.items[0]) return underline(node.items[0]);
  return spotOf(node);
}
