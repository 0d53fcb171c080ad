import type { Labels } from '../../engine/model.ts';
import { formatBytes, formatCount, formatNames } from '../../ui/format.ts';

/** Something that may go, as it was when the list was made. */
export interface Prunable {
  readonly id: string;
  /** How it is called in every message. */
  readonly name: string;
  /** `container`, made plural by an s; tells what kind of thing it is. */
  readonly noun: string;
  /** Why it is of no use: `exited 3 weeks ago`, `no container uses it`. */
  readonly why: string;
  readonly age: string;
  /** What the filter by age goes by, in milliseconds since the epoch: when it was made, or used last. */
  readonly since?: number;
  /** When it was made, where that is not `since`. */
  readonly madeAt?: number;
  /** Bytes that go when this one alone goes; `undefined` when the engine does not say. */
  readonly bytes: number | undefined;
  /** It shares bytes with others, which go with the last of them: a sum over several may be too low. */
  readonly shares: boolean;
  /** What Docker's own prune takes without being asked for more. */
  readonly usual: boolean;
  readonly labels: Labels;
  /** Of these the newest may be kept: the image's repository, say. */
  readonly family: string;
  /** Its kind of build cache, where there are several. */
  readonly type?: string;
  /** Containers that have it, by id: it can go only when they go before. */
  readonly users?: readonly string[];
  /** Of an image: the names that go with it. */
  readonly tags?: readonly string[];
}

/** `2 containers and 1 image`, by kind in the order in which they come. */
export function countText(items: readonly Pick<Prunable, 'noun'>[]): string {
  const counts = new Map<string, number>();
  for (const { noun } of items) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return formatNames(
    [...counts].map(([noun, count]) => formatCount(count, noun)),
    10,
  );
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
export interface Left {
  readonly item: Prunable;
  readonly reason: string;
}

/** What came of it. Every selected item stands in exactly one of the lists. */
export interface Outcome {
  readonly removed: readonly Prunable[];
  readonly left: readonly Left[];
  /** Not begun, because cancel was pressed or the engine went away. */
  readonly untried: readonly Prunable[];
  /** Why the engine could not be asked any more. */
  readonly lost?: string;
}

/** How many reasons a notification has room for. */
const shownReasons = 2;

/** The outcome in one message. */
export function outcomeText(outcome: Outcome): string {
  const { left } = outcome;
  const reasons = left.slice(0, shownReasons).map(({ item, reason }) => `${item.name}: ${reason}`);
  const more = left.length > shownReasons ? [`${left.length - shownReasons} more could not be removed.`] : [];
  return [headline(outcome), ...reasons, ...more, ...ending(outcome)].join(' ');
}

/** The outcome as a document: everything by name and id. */
export function outcomeDocument(outcome: Outcome): string {
  const { removed, left, untried } = outcome;
  const lines = [
    [headline(outcome), ...ending(outcome)].join(' '),
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

function headline({ removed, left, untried }: Outcome): string {
  const all = [...removed, ...left.map(({ item }) => item), ...untried];
  if (removed.length === 0) return `Removed none of ${countText(all)}.`;
  const count = removed.length === all.length ? '' : `${removed.length} of `;
  return `Removed ${count}${countText(all)}, freed ${freed(removed)}.`;
}

function ending({ untried, lost }: Outcome): string[] {
  return [
    ...(lost === undefined ? [] : [lost]),
    ...(untried.length === 0 ? [] : [`Stopped before ${countText(untried)}.`]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}

function named({ name, id }: Prunable): string {
  return name === id ? name : `${name} (${id})`;
}
