import type { IncomingMessage } from 'node:http';
import type { Connections } from './connections.ts';
import type { Connection } from './connection.ts';
import type { RegistryCredentials, TransferEvent, TransferOptions } from './engine.ts';
import { EngineError } from './error.ts';
import { NdjsonReader } from './stream/ndjson.ts';
import { number, record, text, type JsonRecord } from './translate/read.ts';
import { kindOfMessage } from './transport/failure.ts';
import { bodyChunks } from './transport/http.ts';
import { registryAuth } from './transport/modem.ts';
import { referencePath, splitReference } from './transport/path.ts';
import { compare } from './version.ts';

type Transfer = TransferOptions & { readonly reference: string };

/** Pulls one image. A reference without a tag means `latest`, as for the Docker CLI; the engine would pull every tag. */
export function pull(connections: Connections, transfer: Transfer, signal: AbortSignal): AsyncIterable<TransferEvent> {
  return follow(connections, signal, (connection) => {
    const { repository, tag = 'latest' } = splitReference(transfer.reference);
    return connection.send({
      method: 'POST',
      path: '/images/create',
      query: { fromImage: repository, tag, platform: transfer.platform },
      headers: { 'x-registry-auth': authHeader(transfer.credentials) },
      signal,
    });
  });
}

/** Pushes one tag. */
export function push(connections: Connections, transfer: Transfer, signal: AbortSignal): AsyncIterable<TransferEvent> {
  return follow(connections, signal, async (connection) => {
    const { repository, tag } = splitReference(transfer.reference);
    if (tag === undefined || transfer.reference.includes('@'))
      throw new EngineError('invalid', `"${transfer.reference}" has no tag: say which one to push.`);
    return connection.send({
      method: 'POST',
      path: `/images/${referencePath(repository)}/push`,
      query: { tag, platform: await pushPlatform(connection, transfer.platform) },
      headers: { 'x-registry-auth': authHeader(transfer.credentials) },
      signal,
    });
  });
}

/** Engines from API 1.46 on push one platform of several, and want it as an object; older ones have but one. */
async function pushPlatform(connection: Connection, platform: string | undefined): Promise<object | undefined> {
  if (platform === undefined || compare((await connection.version()).apiVersion, '1.46') < 0) return undefined;
  const [os, architecture, variant] = platform.split('/');
  return { os, architecture, variant };
}

/** The engine wants the header always; an empty object stands for anonymous. */
export function authHeader(credentials: RegistryCredentials | undefined): string {
  if (!credentials) return registryAuth({});
  const { serverAddress, username, password, identityToken } = credentials;
  return registryAuth({ serveraddress: serverAddress, username, password, identitytoken: identityToken });
}

async function* follow(
  connections: Connections,
  signal: AbortSignal,
  start: (connection: Connection) => Promise<IncomingMessage>,
): AsyncGenerator<TransferEvent, void, undefined> {
  const { connection, fail } = await connections.take();
  try {
    const response = await start(connection);
    const reader = new NdjsonReader((line) => {
      connections.log.warn(`A line of progress cannot be read: ${line.slice(0, 200)}`);
    });
    const progress = new TransferProgress();
    for await (const chunk of bodyChunks(response, connection.endpoint, signal))
      yield* progress.read(reader.push(chunk));
    yield* progress.read(reader.end());
    yield { kind: 'done', ...progress.result };
  } catch (error) {
    throw fail(error);
  }
}

/** Reads the engine's progress lines. A failure comes inside an answer that began with status 200. */
class TransferProgress {
  result: { digest?: string; size?: number } = {};

  *read(values: readonly unknown[]): Generator<TransferEvent, void, undefined> {
    for (const value of values) {
      const line = record(value);
      const failure = text(record(line['errorDetail'])['message']) || text(line['error']);
      if (failure !== '') throw new EngineError(kindOfMessage(failure), failure);
      this.#keepResult(line);
      const event = toTransferEvent(line);
      if (event) yield event;
    }
  }

  #keepResult(line: JsonRecord): void {
    const aux = record(line['aux']);
    if (text(aux['Digest']) !== '') this.result = { digest: text(aux['Digest']), size: number(aux['Size']) };
    // A pull says it in words only, `Digest: sha256:…`; so does a push on some engines, `1.0: digest: sha256:… size: 528`.
    const said = /\bdigest: (sha\d+:[0-9a-f]+)(?: size: (\d+))?/i.exec(text(line['status']));
    if (said?.[1] && this.result.digest === undefined)
      this.result = { digest: said[1], ...(said[2] && { size: Number(said[2]) }) };
  }
}

function toTransferEvent(line: JsonRecord): TransferEvent | undefined {
  const status = text(line['status']);
  const id = text(line['id']);
  if (status === '') return undefined;
  // The first line of a pull has the tag for its id.
  if (id === '' || status.startsWith('Pulling from'))
    return { kind: 'status', text: id === '' ? status : `${status}:${id}` };
  const { current, total } = record(line['progressDetail']);
  return {
    kind: 'layer',
    id,
    status,
    ...(typeof current === 'number' && { current }),
    ...(typeof total === 'number' && total > 0 && { total }),
  };
}
