import { expand, type ExpandOptions } from './variables.ts';

/**
 * A text as it is in the build: variables replaced, quotes and escapes taken away. `undefined` when a variable has no value
 * here and says none itself, as `${A:-b}` does, or when BuildKit would refuse the text.
 */
export function knownText(text: string, options: ExpandOptions): string | undefined {
  const { text: value, references, error } = expand(text, options);
  const known = references.every(({ name, modifier }) => modifier !== '' || options.lookup(name) !== undefined);
  return known && error === undefined ? value : undefined;
}
