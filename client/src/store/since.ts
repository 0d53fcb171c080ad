/** A moment that was told as `Up 3 minutes`: when, and by how much that may be off, both in milliseconds. */
export interface Moment {
  readonly at: number;
  readonly precision: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The units of `docker ps` (docker/go-units `HumanDuration`), months of 30 days and years of 365. */
const units: Readonly<Record<string, number>> = {
  second,
  minute,
  hour,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/**
 * When the state began that a container's status tells of: `Up About an hour (healthy)`, `Exited (0) 3 weeks ago`.
 * `undefined` when it tells none (`Created`, `Dead`).
 */
export function since(status: string, now: number): Moment | undefined {
  if (/\bLess than a second\b/i.test(status)) return { at: now, precision: second };
  const match = /\b(?:(?<about>About an?)|(?<count>\d+)) (?<unit>second|minute|hour|day|week|month|year)s?\b/i.exec(
    status,
  );
  const unit = units[match?.groups?.['unit']?.toLowerCase() ?? ''];
  if (unit === undefined) return undefined;
  return { at: now - Number(match?.groups?.['count'] ?? 1) * unit, precision: unit };
}

/** Whether a moment known before may be the one that is told now. */
export function mayBe(known: number, told: Moment): boolean {
  // One unit for the rounding, one second for the time between the engine's answer and its reading.
  return Math.abs(known - told.at) <= told.precision + second;
}
