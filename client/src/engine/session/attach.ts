import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Connections } from '../connections.ts';
import type { Connection } from '../connection.ts';
import type { AttachOptions, TerminalSession } from '../engine.ts';
import { record } from '../translate/read.ts';
import { idSegment } from '../transport/path.ts';
import { resizer } from './resize.ts';
import { SocketSession } from './socketSession.ts';

/**
 * Attaches to a container's first process, running or just created. Its exit code is that of the run that follows or
 * goes on, also when the container is removed at its end.
 */
export async function attach(connections: Connections, id: string, options: AttachOptions): Promise<TerminalSession> {
  const { connection, fail } = await connections.take();
  const exit = new ExitWatch(connection, id);
  try {
    const docker = await connection.routes();
    const container = docker.getContainer(idSegment(id));
    const inspected = record(await container.inspect());
    const config = record(inspected['Config']);
    await exit.ready;
    const socket = (await container.attach({
      stream: true,
      hijack: true,
      stdin: config['OpenStdin'] === true,
      stdout: true,
      stderr: true,
      logs: options.logs ?? false,
      detachKeys: options.detachKeys ?? 'ctrl-p,ctrl-q',
    } satisfies Dockerode.ContainerAttachOptions)) as unknown as Duplex;
    socket.once('close', () => {
      exit.stopSoon();
    });
    const resize = resizer({ send: ({ rows, columns }) => container.resize({ h: rows, w: columns }), fail });
    if (options.size) void resize(options.size).catch(() => {});
    return new SocketSession({ socket, framed: config['Tty'] !== true, resize, exitCode: () => exit.code, fail });
  } catch (error) {
    exit.stopSoon();
    throw fail(error);
  }
}

/** Waits beside the connection for the container's end, and gives up soon after the connection has ended (detached). */
class ExitWatch {
  readonly #stop = new AbortController();
  /** Settles when the engine has noted that somebody waits, so that no end is missed. */
  readonly ready: Promise<unknown>;
  readonly code: Promise<number | undefined>;

  constructor(connection: Connection, id: string) {
    const { signal } = this.#stop;
    const path = `/containers/${idSegment(id)}/wait`;
    const answer = connection.send({ method: 'POST', path, query: { condition: 'next-exit' }, signal });
    // Docker sends the answer's head at once; others wait with it for the end, and must not be waited for.
    this.ready = Promise.race([answer, delay(300)]).catch(() => {});
    this.code = answer.then((response) => exitCodeIn(response)).catch(() => undefined);
  }

  stopSoon(): void {
    void Promise.race([this.code, delay(1000)]).then(() => {
      this.#stop.abort();
    });
  }
}

async function exitCodeIn(response: AsyncIterable<Buffer>): Promise<number | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const code = record(JSON.parse(Buffer.concat(chunks).toString()))['StatusCode'];
  return typeof code === 'number' ? code : undefined;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
