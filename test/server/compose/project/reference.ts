import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A case of the reference loader's own tests; they are no part of this repository. */
export interface ReferenceCase {
  readonly id: number;
  readonly kind: string;
  readonly verdict: 'valid' | 'invalid' | 'either' | 'unasserted';
  readonly yaml?: string;
  readonly value?: unknown;
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  readonly disk?: readonly { readonly path: string; readonly text?: string }[];
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly workdir?: string;
  readonly want?: string;
  readonly at?: string;
  readonly unicity?: boolean;
  readonly error?: string;
  readonly expect?: readonly (readonly [path: string, operator: string, value: unknown])[];
}

const file = ['shared', '../shared', '../../shared']
  .map((folder) => resolve(import.meta.dirname, '../../../..', folder, 'conformance/compose.jsonl'))
  .find((path) => existsSync(path));

/** The cases of some kinds; none where the folder with them is not there. */
export function referenceCases(...kinds: readonly string[]): ReferenceCase[] {
  if (file === undefined) return [];
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReferenceCase);
  return all.filter(({ kind }) => kinds.includes(kind));
}
