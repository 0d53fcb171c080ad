import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Snippet {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  /** The text with every placeholder at its default, every choice at its first, and the cursor nowhere. */
  readonly text: string;
}

/** Reads a snippet file of ours. */
export function readSnippets(file: string): Snippet[] {
  const json = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../snippets', file), 'utf8')) as Record<
    string,
    { prefix: string | string[]; description: string; body: string[] }
  >;
  return Object.entries(json).map(([name, { prefix, description, body }]) => ({
    name,
    prefixes: typeof prefix === 'string' ? [prefix] : prefix,
    description,
    text: expand(body.join('\n')),
  }));
}

/** VS Code's snippet syntax as far as ours use it: `$1`, `${1:default}`, `${1|a,b|}`, nesting, `\$`. */
export function expand(body: string): string {
  const values = new Map<string, string>();
  const placeholder = /(?<!\\)\$\{(\d+)(?::((?:\\.|\$\d+|[^$}\\])*)|\|([^|]*)\|)\}/g;
  const filled = body.replace(placeholder, (_all, index: string, value?: string, choice?: string) => {
    const text = value ?? choice?.split(',')[0] ?? '';
    values.set(index, text);
    return text;
  });
  return filled.replace(/(?<!\\)\$(\d+)/g, (_all, index: string) => values.get(index) ?? '').replaceAll('\\$', '$');
}
