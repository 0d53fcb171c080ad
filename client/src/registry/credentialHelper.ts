import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { RegistryCredentials } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import type { FoundCredentials } from './credentials.ts';

interface AskOptions {
  /** The server's name as Docker's configuration writes it. */
  readonly key: string;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly signal?: AbortSignal;
}

/** A helper may ask its person to unlock a key chain; after this many milliseconds it is taken for stuck. */
const patience = 60_000;
const longestAnswer = 1 << 20;

/**
 * Asks `docker-credential-<name> get` by the protocol of docker-credential-helpers: the server's name on standard input,
 * JSON with Username and Secret on standard output; a Username of `<token>` makes the secret an identity token.
 */
export async function askHelper(name: string, options: AskOptions): Promise<Omit<FoundCredentials, 'source'>> {
  const command = `docker-credential-${name}`;
  const outcome = await run(name, { ...options, verb: 'get', input: options.key });
  options.signal?.throwIfAborted();
  if ('problem' in outcome) return outcome;
  if (outcome.code !== 0) {
    const said = outcome.stdout.trim() || outcome.stderr.trim();
    if (/credentials not found/i.test(said)) return {};
    return { problem: `${command} failed (${outcome.code ?? 'killed'}): ${firstLine(said) || 'it gave no reason'}.` };
  }
  return readAnswer(command, outcome.stdout, options.key);
}

/** Hands credentials over to a helper, by the same protocol. Throws `failed` when it does not take them. */
export async function storeInHelper(
  name: string,
  { credentials, ...options }: AskOptions & { readonly credentials: RegistryCredentials },
): Promise<void> {
  const { username = '', password = '', identityToken } = credentials;
  const [Username, Secret] = identityToken === undefined ? [username, password] : ['<token>', identityToken];
  await order(name, { ...options, verb: 'store', input: JSON.stringify({ ServerURL: options.key, Username, Secret }) });
}

/** Lets a helper forget what it has for a registry. Throws `failed` when it does not. */
export async function eraseFromHelper(name: string, options: AskOptions): Promise<void> {
  await order(name, { ...options, verb: 'erase', input: options.key });
}

async function order(name: string, options: RunOptions): Promise<void> {
  const outcome = await run(name, options);
  if ('problem' in outcome) throw new EngineError('failed', outcome.problem);
  if (outcome.code === 0) return;
  const said = firstLine(outcome.stdout.trim() || outcome.stderr.trim()) || 'it gave no reason';
  throw new EngineError(
    'failed',
    `docker-credential-${name} ${options.verb} failed (${outcome.code ?? 'killed'}): ${said}.`,
  );
}

interface RunOptions extends AskOptions {
  readonly verb: 'get' | 'store' | 'erase';
  /** What it reads from its standard input. */
  readonly input: string;
}

function readAnswer(command: string, stdout: string, key: string): Omit<FoundCredentials, 'source'> {
  const problem = `${command} gave an answer that is not what a credential helper gives.`;
  let json: unknown;
  try {
    json = JSON.parse(stdout);
  } catch {
    return { problem };
  }
  const { Username: username, Secret: secret } = (json ?? {}) as { Username?: unknown; Secret?: unknown };
  if (typeof username !== 'string' || typeof secret !== 'string') return { problem };
  if (secret === '') return {};
  return username === '<token>'
    ? { credentials: { serverAddress: key, identityToken: secret } }
    : { credentials: { serverAddress: key, username, password: secret } };
}

type Outcome = { code: number | null; stdout: string; stderr: string } | { problem: string };

function run(name: string, options: RunOptions): Promise<Outcome> {
  const command = `docker-credential-${name}`;
  // The name comes from a file and becomes a program's: it must not lead out of the search path.
  if (!/^[\w.-]+$/.test(name)) return Promise.resolve({ problem: `“${name}” is not a credential helper’s name.` });
  return new Promise((resolve) => {
    const child = spawn(command, [options.verb], {
      env: { ...options.env, [pathKey(options.env)]: searchPath(options) },
      // Not the workspace: on Windows the current folder is searched for programs first.
      cwd: options.home,
      shell: false,
      windowsHide: true,
      timeout: patience,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        if (output[stream].length < longestAnswer) output[stream] += text;
      });
    }
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      const why = missing
        ? 'is not installed, or not in the PATH that the editor has'
        : `cannot be run (${error.code})`;
      resolve({ problem: `${command} ${why}.` });
    });
    child.once('close', (code, signal) => {
      if (signal === null) resolve({ code, ...output });
      else resolve({ problem: `${command} did not answer within ${patience / 1000} seconds.` });
    });
    // A helper that ends without reading breaks the pipe; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(`${options.input}\n`);
  });
}

function pathKey(env: NodeJS.ProcessEnv): string {
  return Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
}

/** An editor started from the desktop often lacks the shell's PATH, so the usual places follow it. */
function searchPath({ env, home }: AskOptions): string {
  const own = env[pathKey(env)] ?? '';
  const usual =
    process.platform === 'win32'
      ? [join(env['ProgramFiles'] ?? 'C:\\Program Files', 'Docker', 'Docker', 'resources', 'bin')]
      : [
          '/usr/local/bin',
          '/opt/homebrew/bin',
          join(home, '.docker', 'bin'),
          join(home, '.rd', 'bin'),
          '/Applications/Docker.app/Contents/Resources/bin',
        ];
  const known = own.split(delimiter).filter((part) => part !== '');
  return [...known, ...usual.filter((path) => !known.includes(path))].join(delimiter);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim().replace(/\.$/, '').slice(0, 200) ?? '';
}
