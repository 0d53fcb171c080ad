import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Connections } from '../connections.ts';
import type { Connection } from '../connection.ts';
import type { AttachOptions, TerminalSession, TerminalSize } from '../engine.ts';
import { number, record } from '../translate/read.ts';
import { idSegment } from '../transport/path.ts';
import { quietResize } from './resize.ts';
import { SocketSession } from './socketSession.ts';

/**
 * Attaches to a container's first process, running or just created. Its exit code is that of the run that follows or
 * goes on, also when the container is removed at its end.
 */
export async function attach(connections: Connections, id: string, options: AttachOptions): Promise<TerminalSession> {
  const { connection, fail } = await connections.take();
  try {
    const docker = await connection.routes();
    const container = docker.getContainer(idSegment(id));
    const inspected = record(await container.inspect());
    const config = record(inspected['Config']);
    const exit = new ExitWatch(connection, id);
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
    const resize = (size: TerminalSize): Promise<void> =>
      quietResize(() => container.resize({ h: size.rows, w: size.columns }), fail);
    if (options.size) void resize(options.size).catch(() => {});
    return new SocketSession({ socket, framed: config['Tty'] !== true, resize, exitCode: () => exit.code, fail });
  } catch (error) {
    throw fail(error);
  }
}

/** Waits beside the connection for the container's end, and gives up soon after the connection has ended (detached). */
class ExitWatch {
  readonly code: Promise<number | undefined>;
  readonly #stop = new AbortController();

  constructor(connection: Connection, id: string) {
    this.code = connection
      .read({
        method: 'POST',
        path: `/containers/${idSegment(id)}/wait`,
        query: { condition: 'next-exit' },
        signal: this.#stop.signal,
      })
      .then(
        (answer) => number(record(answer)['StatusCode']),
        () => undefined,
      );
  }

  stopSoon(): void {
    const timer = setTimeout(() => {
      this.#stop.abort();
    }, 1000);
    void this.code.finally(() => {
      clearTimeout(timer);
    });
  }
}
