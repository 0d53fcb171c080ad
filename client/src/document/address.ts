/** The scheme of our read-only documents. */
export const scheme = 'gantry';

/**
 * A document's path: the tab shows its last part, so a name's own slashes (`team/web:1.json`) must not divide it.
 * `id` keeps documents of the same name apart.
 */
export function documentPath(id: string, name: string): string {
  return `/${encodeURIComponent(id)}/${name.replaceAll(/[/\\]/gu, '∕')}`;
}
