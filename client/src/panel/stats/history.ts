import type { ContainerStats } from '../../engine/port/stats.ts';
import { metrics, valuesOf, type Measured, type MeasuredRow, type Metric, type Value } from './statsPage.ts';

/** Rows that are kept: beyond that two become one, so that the whole time since the opening stays in sight. */
const most = 3600;

interface Kept {
  readonly id: string;
  readonly values: Record<Metric, Value[]>;
  name: string;
  memoryLimit: number;
  last?: ContainerStats;
  /** Since the last row. */
  newest?: readonly Value[];
}

/**
 * What containers took since the panel was opened. Each is measured at moments of its own; a row, taken once a second, holds the newest
 * of all, so that they share one axis of time.
 */
export class StatsHistory {
  readonly #limit: number;
  readonly #containers = new Map<string, Kept>();
  #times: number[] = [];
  /** Containers have joined or rows were joined since the page was told all. */
  #reshaped = false;

  constructor(limit = most) {
    this.#limit = limit;
  }

  note({ id, name }: { readonly id: string; readonly name: string }, stats: ContainerStats): void {
    const kept = this.#containers.get(id) ?? this.#join(id, name);
    if (kept.name !== name || kept.memoryLimit !== stats.memoryLimit) this.#reshaped = true;
    kept.name = name;
    kept.memoryLimit = stats.memoryLimit;
    kept.newest = metrics.map((metric) => valueOf(metric, stats, kept.last));
    kept.last = stats;
  }

  /** Nothing more comes of it for now: what it takes next is not compared with what it took before. */
  end(id: string): void {
    const kept = this.#containers.get(id);
    if (!kept) return;
    delete kept.last;
    delete kept.newest;
  }

  /** Takes a row at a time in milliseconds; `undefined` when the page must be told all anew. */
  take(now: number): MeasuredRow | undefined {
    const time = now / 1000;
    this.#times.push(time);
    const values = [...this.#containers.values()].map(({ newest = metrics.map(() => null) }) => newest);
    for (const [at, kept] of [...this.#containers.values()].entries())
      for (const [index, metric] of metrics.entries()) kept.values[metric].push(values[at]?.[index] ?? null);
    if (this.#times.length > this.#limit) this.#halve();
    if (this.#reshaped) return undefined;
    return { time, values };
  }

  /** All of it, for a page that knows nothing. */
  all(): Measured {
    this.#reshaped = false;
    return {
      times: this.#times,
      containers: [...this.#containers.values()].map(({ id, name, memoryLimit, values }) => ({
        id,
        name,
        memoryLimit,
        values,
      })),
    };
  }

  #join(id: string, name: string): Kept {
    const kept: Kept = { id, name, memoryLimit: 0, values: valuesOf(() => this.#times.map((): Value => null)) };
    this.#containers.set(id, kept);
    this.#reshaped = true;
    return kept;
  }

  #halve(): void {
    this.#times = this.#times.filter((_, index) => index % 2 === 0);
    for (const { values } of this.#containers.values())
      for (const metric of metrics) values[metric] = halved(values[metric]);
    this.#reshaped = true;
  }
}

/** What flows is counted since the container's start: the difference, by the second. */
function valueOf(metric: Metric, now: ContainerStats, before: ContainerStats | undefined): Value {
  if (metric === 'cpu') return now.cpuPercent ?? null;
  if (metric === 'memory' || metric === 'processes') return now[metric];
  const seconds = before === undefined ? 0 : (now.readAt - before.readAt) / 1000;
  if (before === undefined || seconds <= 0) return null;
  return Math.max(0, now[metric] - before[metric]) / seconds;
}

/** The mean of each two; a gap stays one unless both sides of it fall together. */
function halved(values: readonly Value[]): Value[] {
  return values.flatMap((value, index) => {
    if (index % 2 === 1) return [];
    const next = values[index + 1] ?? null;
    return [value === null ? next : next === null ? value : (value + next) / 2];
  });
}
