import { lazy } from '../../lazy.ts';

const collator = lazy(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/** Orders names as a person does: `web-2` before `web-10`; names that look alike keep an order of their own. */
export function byName(a: string, b: string): number {
  return collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
