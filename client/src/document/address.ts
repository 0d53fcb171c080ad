import { createHash } from 'node:crypto';

/** The scheme of our read-only documents. */
export const scheme = 'gantry';

/**
 * A document's path: the tab shows its last part, so a name's own slashes (`team/web:1.json`) must not divide it.
 * `id` keeps documents of the same name apart; it is shortened, as breadcrumbs show the whole path.
 */
export function documentPath(id: string, name: string): string {
  const folder = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `/${folder}/${name.replaceAll(/[/\\]/gu, '∕')}`;
}
