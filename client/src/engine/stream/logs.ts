import type { Connections } from '../connections.ts';
import type { LogChunk, LogOptions } from '../engine.ts';
import { record } from '../translate/read.ts';
import { bodyChunks } from '../transport/http.ts';
import { idSegment } from '../transport/path.ts';
import { FrameReader } from './frames.ts';

/** A container's log, at the reader's pace: the engine waits while nobody reads. See the port. */
export async function* readLogs(
  connections: Connections,
  options: LogOptions & { readonly id: string },
  signal: AbortSignal,
): AsyncGenerator<LogChunk, void, undefined> {
  const { connection, fail } = await connections.take();
  try {
    const path = `/containers/${idSegment(options.id)}`;
    const container = record(await connection.read({ method: 'GET', path: `${path}/json`, signal }));
    const response = await connection.send({
      method: 'GET',
      path: `${path}/logs`,
      query: {
        stdout: true,
        stderr: true,
        follow: options.follow,
        timestamps: options.timestamps ?? false,
        tail: options.tail ?? 'all',
        since: seconds(options.since),
        until: seconds(options.until),
      },
      signal,
    });
    const chunks = bodyChunks(response, connection.endpoint, signal);
    if (record(container['Config'])['Tty'] === true) {
      for await (const data of chunks) yield { stream: 'stdout', data };
      return;
    }
    const frames = new FrameReader();
    for await (const chunk of chunks) yield* frames.push(chunk);
  } catch (error) {
    throw fail(error);
  }
}

/** The engine takes seconds with a fraction. */
function seconds(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : (milliseconds / 1000).toFixed(3);
}
