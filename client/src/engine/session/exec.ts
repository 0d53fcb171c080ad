import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Connections } from '../connections.ts';
import type { ExecOptions, TerminalSession } from '../engine.ts';
import { EngineError } from '../error.ts';
import { record } from '../translate/read.ts';
import { idSegment } from '../transport/path.ts';
import { FailedSession } from './failedSession.ts';
import { resizer } from './resize.ts';
import { SocketSession } from './socketSession.ts';

/**
 * Starts a command in a running container and takes the connection over. A command that is not there is no exception:
 * the session's output says so and its exit code is 126 or 127, as with the Docker CLI.
 */
export async function exec(connections: Connections, id: string, options: ExecOptions): Promise<TerminalSession> {
  const { connection, fail } = await connections.take();
  try {
    const docker = await connection.routes();
    const command = await docker.getContainer(idSegment(id)).exec({
      Cmd: [...options.command],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Tty: options.terminal,
      ...(options.user !== undefined && { User: options.user }),
      ...(options.workingDirectory !== undefined && { WorkingDir: options.workingDirectory }),
      ...(options.env && { Env: [...options.env] }),
    });
    const socket = await start(command, options);
    if (socket instanceof EngineError) return new FailedSession(socket);
    const resize = resizer({ send: ({ rows, columns }) => command.resize({ h: rows, w: columns }), fail });
    if (options.terminal && options.size) void resize(options.size).catch(() => {});
    return new SocketSession({
      socket,
      framed: !options.terminal,
      resize,
      exitCode: () => exitCode(command, fail),
      fail,
    });
  } catch (error) {
    throw fail(error);
  }
}

/** Engines from 28 on refuse to start what is not there; older ones say it in the output. */
async function start(command: Dockerode.Exec, options: ExecOptions): Promise<Duplex | EngineError> {
  const body = { Detach: false, Tty: options.terminal };
  try {
    return await command.start({ hijack: true, stdin: true, _body: body } as Dockerode.ExecStartOptions);
  } catch (error) {
    if (error instanceof EngineError && error.status !== undefined && /exec failed|OCI runtime/i.test(error.message))
      return error;
    throw error;
  }
}

/** The engine may need a moment after the end of the output to note that the process has ended. */
async function exitCode(command: Dockerode.Exec, fail: (error: unknown) => Error): Promise<number | undefined> {
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const state = record(await command.inspect());
      const code = state['ExitCode'];
      if (state['Running'] === false && typeof code === 'number') return code;
      await new Promise((resolve) => {
        setTimeout(resolve, 25);
      });
    }
    return undefined;
  } catch (error) {
    throw fail(error);
  }
}
