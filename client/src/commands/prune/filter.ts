import type { Ui } from '../../ui/ui.ts';
import { textField, type Field } from '../form.ts';
import { parsePattern } from '../pattern/pattern.ts';
import type { Prunable } from './plan.ts';

/** What of the unused is to stay all the same, as it is typed; empty leaves nothing out. */
export interface PruneFilter {
  /** `24h`, `7d`, or a day, `2026-01-31`. */
  olderThan: string;
  /** `key`, `key=value`, with stars; `!` before it turns it round. */
  label: string;
  /** How many of each family stay. */
  keep: string;
}

export const noFilter: Readonly<PruneFilter> = { olderThan: '', label: '', keep: '' };

export function isFiltering({ olderThan, label, keep }: PruneFilter): boolean {
  return olderThan !== '' || label !== '' || keep !== '';
}

/** What passes the filter. What does not tell its age does not pass one by age. */
export function applyFilter(items: readonly Prunable[], filter: PruneFilter, now: number): Prunable[] {
  const limit = filter.olderThan === '' ? Infinity : (moment(filter.olderThan, now) ?? -Infinity);
  const kept = newest(items, filter.keep === '' ? 0 : Number(filter.keep));
  const old = ({ since }: Prunable): boolean => limit === Infinity || (since !== undefined && since < limit);
  return items.filter((item) => old(item) && fitsLabel(item, filter.label) && !kept.has(item));
}

function newest(items: readonly Prunable[], count: number): Set<Prunable> {
  const families = new Map<string, Prunable[]>();
  for (const item of count > 0 ? items : []) {
    const family = `${item.noun} ${item.family}`;
    families.set(family, [...(families.get(family) ?? []), item]);
  }
  const byAge = (family: readonly Prunable[]): Prunable[] =>
    family.toSorted((a, b) => (b.since ?? 0) - (a.since ?? 0)).slice(0, count);
  return new Set([...families.values()].flatMap(byAge));
}

function fitsLabel({ labels }: Prunable, wanted: string): boolean {
  if (wanted === '') return true;
  const not = wanted.startsWith('!');
  const [key = '', ...value] = wanted.slice(not ? 1 : 0).split('=');
  const [keyFits, valueFits] = [exactly(key), value.length === 0 ? () => true : exactly(value.join('='))];
  return Object.entries(labels).some(([name, text]) => keyFits(name) && valueFits(text)) !== not;
}

/** The whole text; a star stands for anything. */
function exactly(wanted: string): (text: string) => boolean {
  const pattern = wanted.includes('*') ? parsePattern(`name:${wanted}`) : undefined;
  return pattern === undefined || typeof pattern === 'string' ? (text) => text === wanted : pattern.matches;
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The moment that a span of time reaches back to, or that a day begins at. Nothing for what is neither. */
function moment(text: string, now: number): number | undefined {
  const span = /^(\d{1,6})\s*([mhdw])$/iu.exec(text);
  if (span) return now - Number(span[1]) * (units[(span[2] ?? 'd').toLowerCase()] ?? 0);
  const day = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(day) ? undefined : day;
}

/** The filter's lines in a form. */
export function filterFields(ui: Ui, filter: PruneFilter): Field[] {
  return [
    textField(ui, filter, {
      key: 'olderThan',
      label: 'Only older than',
      icon: 'history',
      none: 'any age',
      prompt: 'A span of time (30m, 24h, 7d, 4w) or a day (2026-01-31). Empty: any age.',
      placeholder: '7d',
      validate: (text) =>
        text === '' || moment(text, 0) !== undefined ? undefined : 'A span as 24h or 7d, or a day, is expected.',
    }),
    textField(ui, filter, {
      key: 'label',
      label: 'Only with label',
      icon: 'bookmark',
      none: 'any',
      prompt: 'key or key=value, * for anything; ! before it for those without. Empty: any.',
      placeholder: '!keep',
      validate: (text) => (/^!?(?:=|$)/u.test(text) && text !== '' ? 'A label’s key is expected.' : undefined),
    }),
    textField(ui, filter, {
      key: 'keep',
      label: 'Keep the newest',
      icon: 'star',
      none: 'none',
      prompt:
        'How many stay: of each image’s repository, of each container’s image, of each kind of cache. Empty: none.',
      placeholder: '3',
      validate: (text) => (/^(?:[1-9]\d{0,4})?$/u.test(text) ? undefined : 'A whole number is expected.'),
    }),
  ];
}
