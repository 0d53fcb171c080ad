import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Connections } from './connections.ts';
import type { ArchiveUpload, ContainerOperations, CreateContainerOptions, CreatedContainer } from './engine.ts';
import { EngineError } from './error.ts';
import type { CommitOptions, ContainerLimits, FileChange, FileStat } from './port/container.ts';
import { toCreateBody, toLimits } from './translate/create.ts';
import { toDefinition } from './translate/definition.ts';
import { toFileStat } from './translate/fileStat.ts';
import { list, number, record, text, texts, type JsonRecord } from './translate/read.ts';
import { bodyChunks, type HttpRequest } from './transport/http.ts';
import { idSegment, referencePath } from './transport/path.ts';

type Work = Pick<
  ContainerOperations,
  | 'create'
  | 'update'
  | 'definition'
  | 'top'
  | 'wait'
  | 'commit'
  | 'changes'
  | 'export'
  | 'stat'
  | 'readArchive'
  | 'writeArchive'
>;

/** What is done with a container beyond its state: made, changed, copied from and into. */
export function containerWork(connections: Connections): Work {
  const read = (request: HttpRequest): Promise<unknown> => connections.use((connection) => connection.read(request));
  const get = (id: string, rest: string, signal?: AbortSignal): Promise<unknown> =>
    read({ method: 'GET', path: `/containers/${idSegment(id)}/${rest}`, signal });
  const inspect = async (id: string, signal?: AbortSignal): Promise<JsonRecord> =>
    record(await get(id, 'json', signal));

  return {
    create: (options, signal) => create(read, options, signal),
    update: async (id, limits) => {
      const body = JSON.stringify(updateBody(limits, record((await inspect(id))['HostConfig'])));
      const answer = await read({ method: 'POST', path: `/containers/${idSegment(id)}/update`, body });
      return texts(record(answer)['Warnings']);
    },
    definition: async (id, signal) => {
      const inspected = await inspect(id, signal);
      const path = `/images/${referencePath(text(inspected['Image']))}/json`;
      // The image may have been removed by force since.
      const image = await read({ method: 'GET', path, signal }).catch(unlessMissing);
      return toDefinition(inspected, record(image));
    },
    top: async (id, signal) => {
      const { Titles, Processes } = record(await get(id, 'top', signal));
      return { titles: texts(Titles), processes: list(Processes).map(texts) };
    },
    wait: async (id, signal, { until = 'stopped' } = {}) => {
      const path = `/containers/${idSegment(id)}/wait`;
      const query = until === 'removed' ? { condition: 'removed' } : {};
      return number(record(await read({ method: 'POST', path, query, signal }))['StatusCode']);
    },
    commit: (id, options, signal) => commit(read, { id, ...options }, signal),
    changes: async (id, signal) =>
      list(await get(id, 'changes', signal))
        .map(record)
        .map((change) => ({ path: text(change['Path']), kind: changeKinds[number(change['Kind'])] ?? 'changed' })),
    export: (id, signal) =>
      download(connections, { method: 'GET', path: `/containers/${idSegment(id)}/export`, signal }),
    stat: (id, path, signal) => stat(connections, { id, path }, signal),
    readArchive: (id, path, signal) =>
      download(connections, { method: 'GET', path: `/containers/${idSegment(id)}/archive`, query: { path }, signal }),
    writeArchive: (id, upload, signal) => writeArchive(read, { id, ...upload }, signal),
  };
}

type Read = (request: HttpRequest) => Promise<unknown>;

const changeKinds: readonly FileChange['kind'][] = ['changed', 'added', 'deleted'];

/** Engines before API 1.44 take one network at the creation; the others are connected before the first start. */
async function create(read: Read, options: CreateContainerOptions, signal?: AbortSignal): Promise<CreatedContainer> {
  const body = JSON.stringify(toCreateBody(options));
  const query = { name: options.name };
  const answer = record(await read({ method: 'POST', path: '/containers/create', query, body, signal }));
  const id = text(answer['Id']);
  const { networks = {}, host = {} } = options.like ?? {};
  // The one of the creation, and the one that it stands for.
  const modes = [options.network, host['NetworkMode']].map((mode) => mode ?? 'default');
  const first = new Set(modes.map((mode) => (mode === 'default' ? 'bridge' : mode)));
  try {
    for (const [name, settings] of Object.entries(networks)) {
      if (first.has(name)) continue;
      const connect = JSON.stringify({ Container: id, EndpointConfig: settings });
      await read({ method: 'POST', path: `/networks/${encodeURIComponent(name)}/connect`, body: connect, signal });
    }
  } catch (error) {
    await read({ method: 'DELETE', path: `/containers/${idSegment(id)}`, query: { v: true } }).catch(() => {});
    throw error;
  }
  return { id, warnings: texts(answer['Warnings']) };
}

/** Memory may not exceed what memory and swap together have: that goes up with it, twice as much as Docker has it. */
function updateBody(limits: ContainerLimits, now: JsonRecord): JsonRecord {
  const { memory } = limits;
  const swap = number(now['MemorySwap']);
  const follows = memory !== undefined && swap >= 0 && swap < memory;
  return { ...toLimits(limits), ...(follows && { MemorySwap: memory * 2 }) };
}

async function commit(read: Read, options: CommitOptions & { id: string }, signal: AbortSignal): Promise<string> {
  const { id, repository, tag, message, author, pause } = options;
  const query = { container: id, repo: repository, tag, comment: message, author, pause };
  const answer = record(await read({ method: 'POST', path: '/commit', query, body: '{}', signal }));
  return text(answer['Id']);
}

/** A body as it comes, at the reader's pace. */
export async function* download(
  connections: Connections,
  request: HttpRequest,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { connection, fail } = await connections.take();
  try {
    const response = await connection.send(request);
    yield* bodyChunks(response, connection.endpoint, request.signal ?? undefined);
  } catch (error) {
    throw fail(error);
  }
}

async function stat(
  connections: Connections,
  { id, path }: { id: string; path: string },
  signal?: AbortSignal,
): Promise<FileStat | undefined> {
  const request = { method: 'HEAD', path: `/containers/${idSegment(id)}/archive`, query: { path }, signal } as const;
  try {
    return await connections.use(async (connection) => {
      const response: IncomingMessage = await connection.send(request);
      response.resume();
      return toFileStat(response.headers['x-docker-container-path-stat']);
    });
  } catch (error) {
    // An answer to HEAD has no words: the container, or the path in it.
    const missing = unlessMissing(error);
    await connections.use((connection) =>
      connection.read({ method: 'GET', path: `/containers/${idSegment(id)}/json`, signal }),
    );
    return missing;
  }
}

async function writeArchive(read: Read, upload: ArchiveUpload & { id: string }, signal: AbortSignal): Promise<void> {
  const { id, folder, tar } = upload;
  const body = Readable.from(tar, { objectMode: false, highWaterMark: 1 << 16 });
  const path = `/containers/${idSegment(id)}/archive`;
  try {
    await read({ method: 'PUT', path, query: { path: folder }, body, signal });
  } finally {
    body.destroy();
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof EngineError && error.kind === 'not-found') return undefined;
  throw error;
}
