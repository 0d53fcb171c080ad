import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { readComments, type Comment, type Dialect, type ShellScript } from './comments.ts';
import { closeAll, openScripts } from './openScripts.ts';

export interface RunOptions {
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** ShellCheck could not be run, or did not answer as it should: `slow` for these scripts, `broken` for any. */
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
/** In milliseconds. */
const longestRun = 10_000;
const longestRunTogether = { start: 2_000, script: 100 } as const;

/**
 * Has one script checked. The program gets it on its standard input and is started without a shell, without any
 * configuration file, and in no folder of the workspace. Throws `ShellCheckError`, or the signal's reason.
 */
export async function checkAlone({ text, dialect }: ShellScript, options: RunOptions): Promise<readonly Comment[]> {
  const answer = await run({ ...options, dialect, files: ['-'], timeout: longestRun }, (child) => {
    // It may end before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
  });
  return answer.get('-') ?? [];
}

/**
 * Has scripts of one dialect checked by one process, which is many times cheaper; answers script by script. It inherits open
 * files without names, which Windows does not have. Throws as `checkAlone` does, about all of them, and sooner.
 */
export async function checkTogether(
  texts: readonly string[],
  { dialect, ...options }: RunOptions & { readonly dialect: Dialect },
): Promise<readonly (readonly Comment[])[]> {
  const handles = await openScripts(texts).catch((cause: unknown) => {
    throw new ShellCheckError('broken', 'the scripts cannot be handed over', { cause });
  });
  try {
    const files = handles.map((_, i) => `/dev/fd/${i + 3}`);
    const descriptors = handles.map(({ fd }) => fd);
    const timeout = longestRunTogether.start + longestRunTogether.script * texts.length;
    const answer = await run({ ...options, dialect, files, descriptors, timeout });
    return files.map((file) => answer.get(file) ?? []);
  } finally {
    await closeAll(handles);
  }
}

interface ProcessOptions extends RunOptions {
  readonly dialect: Dialect;
  readonly files: readonly string[];
  /** What the process has open from its third descriptor on. */
  readonly descriptors?: readonly number[];
  readonly timeout: number;
}

/** Runs the program once; answers its comments by the files' names. */
async function run(
  { program, env, signal, dialect, files, descriptors = [], timeout }: ProcessOptions,
  started: (child: ChildProcess) => void = () => {},
): Promise<ReadonlyMap<string, readonly Comment[]>> {
  const { SHELLCHECK_OPTS: _, ...environment } = env;
  signal.throwIfAborted();
  const child = spawn(program, ['--norc', '-f', 'json1', '-s', dialect, '-e', excluded, ...files], {
    cwd: tmpdir(),
    env: environment,
    signal,
    timeout,
    windowsHide: true,
    stdio: [descriptors.length > 0 ? 'ignore' : 'pipe', 'pipe', 'pipe', ...descriptors],
  });
  const [output, errors] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  started(child);
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
