import { formatBytes, formatCount } from '../../ui/format.ts';

/** Something that may go, as it was when the list was made. */
export interface Prunable {
  readonly id: string;
  /** How it is called in every message. */
  readonly name: string;
  /** Why it is of no use: `exited 3 weeks ago`, `no container uses it`. */
  readonly why: string;
  readonly age: string;
  /** Bytes that go when this one alone goes; `undefined` when the engine does not say. */
  readonly bytes: number | undefined;
  /** It shares bytes with others, which go with the last of them: a sum over several may be too low. */
  readonly shares: boolean;
}

/** What removing all of these frees: `1.2 GB`, or `at least 1.2 GB` where more may go than can be told beforehand. */
export function freed(items: readonly Prunable[]): string {
  const known = items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const sharing = items.filter(({ shares }) => shares).length;
  const exact = items.every(({ bytes }) => bytes !== undefined) && sharing < 2;
  return exact ? formatBytes(known) : `at least ${formatBytes(known)}`;
}

/** `3 of 5 selected, frees 1.2 GB`. */
export function summarize(selected: readonly Prunable[], total: number): string {
  if (selected.length === 0) return `0 of ${total} selected`;
  return `${selected.length} of ${total} selected, frees ${freed(selected)}`;
}

/** Why one was not removed: it was not there any more. */
export const goneAlready = 'It was gone already.';

/** One that stayed, and the reason as a sentence. */
export interface Left<T> {
  readonly item: T;
  readonly reason: string;
}

/** What came of it. Every selected item stands in exactly one of the lists. */
export interface Outcome<T> {
  readonly removed: readonly T[];
  readonly left: readonly Left<T>[];
  /** Not begun, because cancel was pressed or the engine went away. */
  readonly untried: readonly T[];
  /** Why the engine could not be asked any more. */
  readonly lost?: string;
}

/** How many reasons a notification has room for. */
const shownReasons = 2;

/** The outcome in one message. `noun` is made plural by an s. */
export function outcomeText(outcome: Outcome<Prunable>, noun: string): string {
  const { left } = outcome;
  const reasons = left.slice(0, shownReasons).map(({ item, reason }) => `${item.name}: ${reason}`);
  const more = left.length > shownReasons ? [`${left.length - shownReasons} more could not be removed.`] : [];
  return [headline(outcome, noun), ...reasons, ...more, ...ending(outcome, noun)].join(' ');
}

/** The outcome as a document: everything by name and id. */
export function outcomeDocument(outcome: Outcome<Prunable>, noun: string): string {
  const { removed, left, untried } = outcome;
  const lines = [
    [headline(outcome, noun), ...ending(outcome, noun)].join(' '),
    ...section(
      'Left',
      left.map(({ item, reason }) => `${named(item)}: ${reason}`),
    ),
    ...section('Not begun', untried.map(named)),
    ...section(
      'Removed',
      removed.map((item) => `${named(item)}, ${item.bytes === undefined ? 'size unknown' : formatBytes(item.bytes)}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ removed, left, untried }: Outcome<Prunable>, noun: string): string {
  const total = removed.length + left.length + untried.length;
  if (removed.length === 0) return `Removed none of ${formatCount(total, noun)}.`;
  const count = removed.length === total ? '' : `${removed.length} of `;
  return `Removed ${count}${formatCount(total, noun)}, freed ${freed(removed)}.`;
}

function ending({ untried, lost }: Outcome<Prunable>, noun: string): string[] {
  return [
    ...(lost === undefined ? [] : [lost]),
    ...(untried.length === 0 ? [] : [`Stopped before ${formatCount(untried.length, noun)}.`]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}

function named({ name, id }: Prunable): string {
  return `${name} (${id})`;
}
