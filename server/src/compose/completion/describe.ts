import type { MarkupContent } from 'vscode-languageserver-types';
import type { Shape } from '../schema/shape.ts';
import { expectation } from '../schema/words.ts';

/** The documentation of a key or a value, as Markdown. */
export function documentation(shape: Shape): MarkupContent | undefined {
  const value = markdown(shape);
  return value === '' ? undefined : { kind: 'markdown', value };
}

/** What a place is for: its meaning, its well-known values, since when it exists. */
export function markdown({ doc, since, deprecated, scalar }: Shape): string {
  const words = scalar?.enum ?? [];
  const values = Object.entries(scalar?.values ?? {});
  const allowed = words.length > 0 ? `One of ${words.map((word) => `\`${word}\``).join(', ')}.` : '';
  const known = values.map(([value, meaning]) => `- \`${value}\`${meaning === '' ? '' : ` — ${meaning}`}`).join('\n');
  return [
    deprecated === undefined ? doc : `**Obsolete.** ${deprecated}`,
    allowed,
    known,
    since === undefined ? undefined : `_Docker Compose ${since} and later._`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** `text or a list`. */
export function typeWords(shape: Shape): string {
  return shape.any === true ? 'anything' : expectation(shape);
}
