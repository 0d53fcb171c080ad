import { metrics, type Measured, type Metric } from './statsPage.ts';

const headings: Readonly<Record<Metric, string>> = {
  cpu: 'cpu_percent',
  memory: 'memory_bytes',
  received: 'received_bytes_per_second',
  sent: 'sent_bytes_per_second',
  read: 'read_bytes_per_second',
  written: 'written_bytes_per_second',
  processes: 'processes',
};

/** All that was measured as RFC 4180 text: a line for each container and moment, moments without a measurement left out. */
export function toCsv({ times, containers }: Measured): string {
  const lines = [['time', 'container', 'id', ...metrics.map((metric) => headings[metric])]];
  for (const [at, time] of times.entries())
    for (const { id, name, values } of containers) {
      const row = metrics.map((metric) => values[metric][at] ?? null);
      if (row.every((value) => value === null)) continue;
      lines.push([new Date(time * 1000).toISOString(), name, id, ...row.map(text)]);
    }
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function text(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 100) / 100);
}

function quoted(field: string): string {
  return /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
