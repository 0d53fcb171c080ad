const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const units = [
  { name: 'year', length: 365 * day, from: 2 * 365 * day },
  { name: 'month', length: 30 * day, from: 60 * day },
  { name: 'week', length: 7 * day, from: 14 * day },
  { name: 'day', length: day, from: 2 * day },
  { name: 'hour', length: hour, from: hour },
  { name: 'minute', length: minute, from: minute },
] as const;

/** A span of time in its largest sensible unit, never finer than a minute: `a moment`, `3 minutes`, `26 hours`, `3 weeks`. */
export function formatElapsed(milliseconds: number): string {
  const unit = units.find(({ from }) => milliseconds >= from);
  if (!unit) return 'a moment';
  const count = Math.floor(milliseconds / unit.length);
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}

/** `3 minutes ago`; clocks of two machines may differ, so the future counts as now. */
export function formatAgo(time: number, now: number): string {
  return `${formatElapsed(Math.max(0, now - time))} ago`;
}
