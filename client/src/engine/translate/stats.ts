import type { ContainerStats } from '../port/stats.ts';
import { list, moment, number, record, text, type JsonRecord } from './read.ts';

/** Translates one message of `GET /containers/{id}/stats`; `undefined` when the container does not run (any more). */
export function toStats(value: unknown): ContainerStats | undefined {
  const item = record(value);
  const memory = record(item['memory_stats']);
  const readAt = moment(item['read']);
  if (readAt === undefined || number(memory['limit']) === 0) return undefined;
  const networks = Object.values(record(item['networks'])).map(record);
  const sum = (records: readonly JsonRecord[], key: string): number =>
    records.reduce((total, one) => total + number(one[key]), 0);
  const cpuPercent = cpu(record(item['cpu_stats']), record(item['precpu_stats']));
  return {
    readAt,
    ...(cpuPercent !== undefined && { cpuPercent }),
    memory: memoryUsed(memory),
    memoryLimit: number(memory['limit']),
    received: sum(networks, 'rx_bytes'),
    sent: sum(networks, 'tx_bytes'),
    read: blockBytes(item, 'read'),
    written: blockBytes(item, 'write'),
    processes: number(record(item['pids_stats'])['current']),
  };
}

/** As `docker stats` counts: the container's share of the time that all processors had since the sample before. */
function cpu(now: JsonRecord, before: JsonRecord): number | undefined {
  const systemBefore = number(before['system_cpu_usage']);
  if (systemBefore === 0) return undefined;
  const system = number(now['system_cpu_usage']) - systemBefore;
  const own = number(record(now['cpu_usage'])['total_usage']) - number(record(before['cpu_usage'])['total_usage']);
  const cpus = number(now['online_cpus']) || list(record(now['cpu_usage'])['percpu_usage']).length || 1;
  return system > 0 && own >= 0 ? (own / system) * cpus * 100 : 0;
}

/** The page cache's inactive part is no use of memory: cgroup v1 calls it `total_inactive_file`, v2 `inactive_file`. */
function memoryUsed(memory: JsonRecord): number {
  const stats = record(memory['stats']);
  const usage = number(memory['usage']);
  const cache = number(stats['total_inactive_file']) || number(stats['inactive_file']);
  return cache < usage ? usage - cache : usage;
}

function blockBytes(item: JsonRecord, operation: 'read' | 'write'): number {
  return list(record(item['blkio_stats'])['io_service_bytes_recursive'])
    .map(record)
    .filter((entry) => text(entry['op']).toLowerCase() === operation)
    .reduce((total, entry) => total + number(entry['value']), 0);
}
