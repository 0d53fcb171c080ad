import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { readComments, type Comment, type ShellScript } from './comments.ts';

export interface RunOptions {
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** ShellCheck could not be run, or did not answer as it should: `slow` for this script, `broken` for any. */
export class ShellCheckError extends Error {
  readonly kind: 'slow' | 'broken';

  constructor(kind: 'slow' | 'broken', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ShellCheckError';
    this.kind = kind;
  }
}

/** As hadolint has it: a file that is sourced is not there to be read (1090, 1091), and `ash` is a shell (2187). */
const excluded = 'SC1090,SC1091,SC2187';
const longestRun = 10_000;

/**
 * Has one script checked. The program gets it on its standard input and is started without a shell, without any
 * configuration file, and in no folder of the workspace. Throws `ShellCheckError`, or the signal's reason.
 */
export async function runShellCheck(
  { text, dialect }: ShellScript,
  { program, env, signal }: RunOptions,
): Promise<readonly Comment[]> {
  const { SHELLCHECK_OPTS: _, ...environment } = env;
  signal.throwIfAborted();
  const args = ['--norc', '-f', 'json1', '-s', dialect, '-e', excluded, '-'];
  const child = spawn(program, args, {
    cwd: tmpdir(),
    env: environment,
    signal,
    timeout: longestRun,
    windowsHide: true,
  });
  const [output, errors] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ShellCheckError('broken', `${program} cannot be run`, { cause });
  });
  signal.throwIfAborted();
  if (status === null) throw new ShellCheckError('slow', `${program} was stopped`);
  const comments = status <= 1 ? readComments(output?.() ?? '') : undefined;
  if (comments === undefined)
    throw new ShellCheckError('broken', `${program} ended with ${status}: ${errors?.().trim().slice(0, 200) ?? ''}`);
  return comments;
}
