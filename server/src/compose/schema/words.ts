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
