import type { YamlNode } from '../yaml/node.ts';
import type { ScalarShape, Shape } from './shape.ts';

/** What a place expects, in plain words: `a mapping or a list`. */
export function expectation({ mapping, sequence, scalar }: Shape): string {
  const forms: string[] = [];
  if (scalar) forms.push(...scalarWords(scalar));
  if (sequence) forms.push('a list');
  if (mapping) forms.push('a mapping');
  return listed(forms);
}

function scalarWords({ types, cast }: ScalarShape): string[] {
  const has = (type: ScalarShape['types'][number]): boolean => types.includes(type);
  const words: string[] = [];
  if (cast === 'boolean') words.push('true or false');
  else if (cast === 'integer') words.push('a whole number');
  else if (cast === 'number') words.push('a number');
  else {
    if (has('string')) words.push('text');
    if (has('number')) words.push('a number');
    else if (has('integer')) words.push('a whole number');
    if (has('boolean')) words.push('true or false');
  }
  return words;
}

/** What stands there, in plain words. */
export function found(node: YamlNode): string {
  switch (node.kind) {
    case 'mapping':
      return 'a mapping';
    case 'sequence':
      return 'a list';
    case 'alias':
      return 'an alias';
    case 'scalar':
      switch (node.type) {
        case 'string':
          return 'text';
        case 'boolean':
          return `\`${node.text}\`, which is true or false`;
        case 'null':
          return 'nothing';
        case 'integer':
        case 'number':
          return 'a number';
      }
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? (unique[0] ?? 'nothing') : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1) ?? ''}`;
}

/** The candidate that a word was probably meant to be: few letters differ, or only its case and separators do. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[-_. ]/g, '');
  const limit = word.length <= 3 ? 1 : word.length <= 7 ? 2 : 3;
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    if (bare(candidate) === bare(word)) return candidate;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < candidate.length && distance < (best?.distance ?? Infinity))
      best = { candidate, distance };
  }
  return best?.candidate;
}

/** Insertions, deletions, replacements and swaps of neighbors (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
