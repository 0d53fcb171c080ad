import type { ContainerOperations } from '../engine.ts';

export interface Run {
  readonly id: string;
  /** A program and its arguments: no shell reads them. */
  readonly command: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Runs a program in a container as root, as the archive endpoints work too, and waits for its end. 126 and 127 say that it
 * could not be run. The output is of both streams.
 */
export async function run(
  containers: Pick<ContainerOperations, 'exec'>,
  { id, command, signal }: Run,
): Promise<{ readonly code: number | undefined; readonly output: string }> {
  signal.throwIfAborted();
  const session = await containers.exec(id, { command, user: '0', terminal: false });
  const stop = (): void => session.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    session.endInput();
    const chunks: Uint8Array[] = [];
    for await (const chunk of session.output) chunks.push(chunk);
    signal.throwIfAborted();
    return { code: await session.exitCode(), output: Buffer.concat(chunks).toString('utf8') };
  } finally {
    signal.removeEventListener('abort', stop);
    session.close();
  }
}
