import { formatBytes } from '../../ui/format.ts';

/** What is measured of a container, in the order of a row's values. Bytes, or bytes a second of what flows. */
export const metrics = ['cpu', 'memory', 'received', 'sent', 'read', 'written', 'processes'] as const;
export type Metric = (typeof metrics)[number];

/** A value at a moment; `null` while nothing was measured. */
export type Value = number | null;

/** All that was measured since the panel was opened: plain data, which goes to the page as it is. */
export interface Measured {
  /** Seconds since the epoch, rising. */
  readonly times: readonly number[];
  readonly containers: readonly ContainerSeries[];
}

export interface ContainerSeries {
  readonly id: string;
  readonly name: string;
  /** Bytes that it may take; 0 before the first measurement. */
  readonly memoryLimit: number;
  /** As many of each as there are times. */
  readonly values: Readonly<Record<Metric, readonly Value[]>>;
}

/** What was measured at one more time: for each container, in the order of `Measured`, its values in the order of `metrics`. */
export interface MeasuredRow {
  readonly time: number;
  readonly values: readonly (readonly Value[])[];
}

/** What the page is sent. */
export type ToPage =
  | { readonly kind: 'all'; readonly measured: Measured; readonly paused: boolean; readonly notice: string }
  | { readonly kind: 'row'; readonly row: MeasuredRow };

/** What the page sends. */
export type FromPage =
  { readonly kind: 'ready' } | { readonly kind: 'pause'; readonly on: boolean } | { readonly kind: 'export' };

export interface ChartDefinition {
  readonly title: string;
  /** The second is drawn dashed. */
  readonly metrics: readonly Metric[];
}

/** The charts, in the order of the page. */
export const charts: readonly ChartDefinition[] = [
  { title: 'CPU', metrics: ['cpu'] },
  { title: 'Memory', metrics: ['memory'] },
  { title: 'Network: received, sent (dashed)', metrics: ['received', 'sent'] },
  { title: 'Block I/O: read, written (dashed)', metrics: ['read', 'written'] },
  { title: 'Processes', metrics: ['processes'] },
];

/** A value as a person reads it: `12.3 %`, `4.56 MB`, `1.2 kB/s`, `7`; a dash for none. */
export function formatMetric(metric: Metric, value: Value | undefined): string {
  if (value === null || value === undefined) return '–';
  switch (metric) {
    case 'cpu':
      return `${value.toFixed(1)} %`;
    case 'memory':
      return formatBytes(Math.round(value));
    case 'processes':
      return String(Math.round(value));
    case 'received':
    case 'sent':
    case 'read':
    case 'written':
      return `${formatBytes(Math.round(value))}/s`;
  }
}

/** What one chart draws: the times, then the lines of each container that is shown, metric by metric. */
export function linesOf(
  { times, containers }: Measured,
  { metrics: drawn }: ChartDefinition,
  hidden: ReadonlySet<string>,
): (readonly Value[])[] {
  const lines = containers.flatMap(({ id, values }) =>
    drawn.map((metric) => (hidden.has(id) ? times.map(() => null) : values[metric])),
  );
  return [times, ...lines];
}

/** What was measured with one more row. */
export function withRow({ times, containers }: Measured, row: MeasuredRow): Measured {
  return {
    times: [...times, row.time],
    containers: containers.map((container, at) => ({
      ...container,
      values: valuesOf((metric, index) => [...container.values[metric], row.values[at]?.[index] ?? null]),
    })),
  };
}

/** One thing for each metric. */
export function valuesOf<T>(of: (metric: Metric, index: number) => T): Record<Metric, T> {
  return Object.fromEntries(metrics.map((metric, index) => [metric, of(metric, index)])) as Record<Metric, T>;
}
