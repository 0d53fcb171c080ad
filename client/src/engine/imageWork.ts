import { Readable } from 'node:stream';
import type { Connections } from './connections.ts';
import { download } from './containerWork.ts';
import type { ImageOperations } from './engine.ts';
import { EngineError } from './error.ts';
import type { ImportOptions } from './port/image.ts';
import { NdjsonReader } from './stream/ndjson.ts';
import { list, number, record, text, type JsonRecord } from './translate/read.ts';
import { bodyChunks, type HttpRequest } from './transport/http.ts';
import { kindOfMessage } from './transport/failure.ts';
import { referencePath } from './transport/path.ts';

/** What is done with images beyond names and registries: out of files and into them, and found on Docker Hub. */
export function imageWork(connections: Connections): Pick<ImageOperations, 'save' | 'load' | 'import' | 'search'> {
  return {
    save: (references, signal) =>
      download(connections, {
        method: 'GET',
        path: '/images/get',
        query: { names: references.map((reference) => referencePath(reference)) },
        signal,
      }),
    load: async (tar, signal) => {
      const names: string[] = [];
      for await (const line of upload(connections, { path: '/images/load', query: { quiet: true }, tar, signal })) {
        const name = /^Loaded image(?: ID)?: (.+)$/m.exec(text(line['stream']))?.[1];
        if (name !== undefined) names.push(name.trim());
      }
      return names;
    },
    import: async (tar, options, signal) => {
      let id = '';
      const query = { fromSrc: '-', ...importQuery(options) };
      for await (const line of upload(connections, { path: '/images/create', query, tar, signal }))
        id = text(line['status']) || id;
      if (!id.startsWith('sha256:')) throw new EngineError('failed', 'The engine did not tell the image’s id.');
      return id;
    },
    search: async (term, { limit = 50 } = {}, signal) => {
      const found = await connections.use((connection) =>
        connection.read({ method: 'GET', path: '/images/search', query: { term, limit }, signal }),
      );
      return list(found)
        .map(record)
        .map((item) => ({
          name: text(item['name']),
          description: text(item['description']),
          stars: number(item['star_count']),
          official: item['is_official'] === true,
        }));
    },
  };
}

function importQuery({ repository, tag, message, changes }: ImportOptions): NonNullable<HttpRequest['query']> {
  return { repo: repository, tag, message, changes };
}

interface Upload {
  readonly path: string;
  readonly query: NonNullable<HttpRequest['query']>;
  readonly tar: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/** Sends an archive and reads the lines of the answer. A failure comes in one of them, after status 200. */
async function* upload(
  connections: Connections,
  { path, query, tar, signal }: Upload,
): AsyncGenerator<JsonRecord, void, undefined> {
  const { connection, fail } = await connections.take();
  const body = Readable.from(tar, { objectMode: false, highWaterMark: 1 << 16 });
  const reader = new NdjsonReader((line) => {
    connections.log.warn(`A line of the answer cannot be read: ${line.slice(0, 200)}`);
  });
  try {
    const response = await connection.send({ method: 'POST', path, query, body, signal });
    for await (const chunk of bodyChunks(response, connection.endpoint, signal))
      yield* reader.push(chunk).map(unlessFailed);
    yield* reader.end().map(unlessFailed);
  } catch (error) {
    throw fail(error);
  } finally {
    body.destroy();
  }
}

function unlessFailed(value: unknown): JsonRecord {
  const line = record(value);
  const failure = text(record(line['errorDetail'])['message']) || text(line['error']);
  if (failure !== '') throw new EngineError(kindOfMessage(failure), failure);
  return line;
}
