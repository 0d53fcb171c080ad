import type { Connections } from '../connections.ts';
import type { ContainerStats } from '../port/stats.ts';
import { toStats } from '../translate/stats.ts';
import { bodyChunks } from '../transport/http.ts';
import { idSegment } from '../transport/path.ts';
import { NdjsonReader } from './ndjson.ts';

/** What a container takes, once a second until it ends or the signal aborts. See the port. */
export async function* readStats(
  connections: Connections,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<ContainerStats, void, undefined> {
  const { connection, fail } = await connections.take();
  try {
    const path = `/containers/${idSegment(id)}/stats`;
    const response = await connection.send({ method: 'GET', path, query: { stream: true }, signal });
    const reader = new NdjsonReader((line) => {
      connections.log.warn(`A measurement was left out: its ${line.length} characters cannot be read.`);
    });
    for await (const chunk of bodyChunks(response, connection.endpoint, signal))
      for (const value of reader.push(chunk)) {
        const stats = toStats(value);
        if (stats) yield stats;
      }
  } catch (error) {
    throw fail(error);
  }
}
