import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** One case of a reference tool; see the README beside the cases. */
export interface ComposeCase {
  readonly id: number;
  readonly kind: string;
  readonly verdict: string;
  readonly yaml?: string;
  readonly files?: readonly { readonly text: string }[];
}

const folder = resolve(import.meta.dirname, '../../../shared/conformance');

/** The cases of the compose loader that are whole files, none where they are not beside the repository. */
export async function composeCases(): Promise<readonly ComposeCase[]> {
  const path = resolve(folder, 'compose.jsonl');
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const whole = new Set([
    'load',
    'consistency',
    'graph',
    'schema',
    'volume',
    'port',
    'extra_hosts',
    'merge',
    'template',
  ]);
  return lines.map((line) => JSON.parse(line) as ComposeCase).filter(({ kind }) => whole.has(kind));
}
