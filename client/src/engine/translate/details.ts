import type { ContainerDetails, Probe } from '../port/details.ts';
import { list, moment, number, record, text, texts, type JsonRecord } from './read.ts';

/** Reads `GET /containers/{id}/json`. */
export function toContainerDetails(inspected: unknown): ContainerDetails {
  const container = record(inspected);
  const health = record(record(container['State'])['Health']);
  return {
    env: texts(record(container['Config'])['Env']),
    probes: list(health['Log']).map(record).map(toProbe).reverse(),
  };
}

function toProbe(item: JsonRecord): Probe {
  const startedAt = moment(item['Start']) ?? 0;
  return {
    startedAt,
    endedAt: moment(item['End']) ?? startedAt,
    exitCode: number(item['ExitCode']),
    output: text(item['Output']),
  };
}
