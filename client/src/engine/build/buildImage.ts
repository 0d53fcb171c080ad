import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connection } from '../connection.ts';
import type { Connections } from '../connections.ts';
import { BuildError, EngineError, isCancelled } from '../error.ts';
import { NdjsonReader } from '../stream/ndjson.ts';
import { record, text } from '../translate/read.ts';
import { abortError } from '../transport/failure.ts';
import { bodyChunks } from '../transport/http.ts';
import type { BuildEvent, BuildOptions } from './build.ts';
import { buildFailure } from './failure.ts';
import { openSession, type BuildSession } from './session.ts';
import { BuildTrace } from './trace.ts';

/**
 * Builds an image with the engine's BuildKit. The engine takes from the context what the Dockerfile needs and it has not
 * got yet. See the port; a failing build throws `BuildError`.
 */
export async function* buildImage(
  connections: Connections,
  options: BuildOptions,
  signal: AbortSignal,
): AsyncGenerator<BuildEvent, void, undefined> {
  if (signal.aborted) throw abortError(signal);
  const dockerfile = await readInputs(options);
  const { connection, fail } = await connections.take();
  const trace = new BuildTrace();
  let session: BuildSession | undefined;
  try {
    session = await openSession(connection, options, signal);
    yield* follow(connection, { options, session, trace, signal });
  } catch (error) {
    if (isCancelled(error)) throw error;
    const own = session?.failure();
    if (own instanceof EngineError) throw own;
    if (error instanceof EngineMessage)
      throw await buildFailure({ message: error.message, steps: trace.steps, dockerfile, options });
    throw fail(error);
  } finally {
    session?.dispose();
  }
}

/** What the engine says at the end of a build that failed. */
class EngineMessage extends Error {}

/** Says what is wrong with the paths, where the engine would speak of its own copies; answers the Dockerfile's text. */
async function readInputs({ context, dockerfile }: BuildOptions): Promise<string> {
  const folder = await stat(context).catch(() => undefined);
  if (!folder?.isDirectory()) throw new BuildError(`The build context ${context} is not a folder.`);
  try {
    return await readFile(dockerfile, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(code)})`;
    throw new BuildError(`The Dockerfile ${dockerfile} ${reason}.`, { cause: error });
  }
}

interface Build {
  readonly options: BuildOptions;
  readonly session: BuildSession;
  readonly trace: BuildTrace;
  readonly signal: AbortSignal;
}

async function* follow(
  connection: Connection,
  { options, session, signal, trace }: Build,
): AsyncGenerator<BuildEvent, void, undefined> {
  const buildid = randomUUID();
  const cancel = (): void => {
    // Closing the connection stops the build too, but later.
    connection.read({ method: 'POST', path: '/build/cancel', query: { id: buildid } }).catch(() => {});
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const query = { ...parameters(options), session: session.id, buildid };
    const response = await connection.send({ method: 'POST', path: '/build', query, signal });
    const reader = new NdjsonReader(() => {});
    let imageId = '';
    for await (const chunk of bodyChunks(response, connection.endpoint, signal)) {
      for (const line of reader.push(chunk).map(record)) {
        const failure = text(record(line['errorDetail'])['message']) || text(line['error']);
        if (failure !== '') throw new EngineMessage(failure);
        if (line['id'] === 'moby.buildkit.trace') yield* trace.read(Buffer.from(text(line['aux']), 'base64'));
        if (line['id'] === 'moby.image.id') imageId = text(record(line['aux'])['ID']);
      }
    }
    if (imageId === '') throw new EngineError('lost', 'The engine has ended the build without a result.');
    yield { kind: 'done', imageId };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** The query of `POST /build`. Version 2 is BuildKit; the context comes through the session. */
function parameters(options: BuildOptions) {
  return {
    version: '2',
    remote: 'client-session',
    dockerfile: basename(options.dockerfile),
    t: options.tags,
    target: options.target,
    buildargs: options.buildArgs,
    labels: options.labels,
    platform: options.platform,
    nocache: options.noCache === true ? 1 : undefined,
    pull: options.pull === true ? 1 : undefined,
    rm: 1,
  };
}
