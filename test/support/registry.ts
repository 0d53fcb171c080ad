import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real registry on the loopback interface, which the engine speaks plain HTTP to. Stops with its disposal. */
export interface TestRegistry extends AsyncDisposable {
  /** `127.0.0.1:41234`. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
  /** The header that opens it. */
  readonly authorization: string;
  /** The digest the registry itself gives for a tag; `undefined` when it has none. */
  digestOf(repository: string, tag: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Starts Debian's `docker-registry` on a free port, in a temporary folder, for one user with a password. */
export async function startRegistry(
  user: { username: string; password: string } = { username: 'ada', password: 'correct horse' },
): Promise<TestRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-registry-'));
  await writeFile(join(folder, 'htpasswd'), hashed(user));
  for (let attempt = 1; ; attempt += 1) {
    const host = `127.0.0.1:${await freePort()}`;
    await writeFile(join(folder, 'config.json'), JSON.stringify(configuration(folder, host)));
    const child = spawn(...command(join(folder, 'config.json')), { stdio: ['ignore', 'ignore', 'pipe'] });
    const words = collect(child);
    const failure = await answers(`http://${host}/v2/`, child);
    if (failure === undefined) return registry({ host, child, folder, ...user });
    // The port may have been taken between the look for it and its use.
    if (attempt === 3) throw new Error(`docker-registry did not start: ${failure}\n${words()}`);
  }
}

/** Asks for a tag's digest as the registry's clients do. */
async function manifestDigest(options: {
  readonly host: string;
  readonly authorization: string;
  readonly repository: string;
  readonly tag: string;
}): Promise<string | undefined> {
  const { host, authorization, repository, tag } = options;
  const response = await fetch(`http://${host}/v2/${repository}/manifests/${encodeURIComponent(tag)}`, {
    method: 'HEAD',
    headers: { accept: manifestTypes.join(', '), authorization },
  });
  return response.ok ? (response.headers.get('docker-content-digest') ?? undefined) : undefined;
}

const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
];

function registry(parts: {
  host: string;
  child: ChildProcess;
  folder: string;
  username: string;
  password: string;
}): TestRegistry {
  const { host, child, folder, username, password } = parts;
  const stop = async (): Promise<void> => {
    const running = child.exitCode === null && child.signalCode === null;
    if (running && child.kill()) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return {
    host,
    username,
    password,
    authorization,
    digestOf: (repository, tag) => manifestDigest({ host, authorization, repository, tag }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The registry reads YAML, and JSON is YAML. */
function configuration(folder: string, address: string): unknown {
  return {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    // Relative addresses hold behind the stand-in for ECR too.
    http: { addr: address, relativeurls: true },
    auth: { htpasswd: { realm: 'Gantry tests', path: join(folder, 'htpasswd') } },
  };
}

/** On Linux the registry dies with the test that started it, however that ends. */
function command(config: string): [string, string[]] {
  const serve = ['docker-registry', 'serve', config] as const;
  return process.platform === 'linux' ? ['setpriv', ['--pdeathsig', 'TERM', ...serve]] : [serve[0], serve.slice(1)];
}

function hashed({ username, password }: { username: string; password: string }): string {
  const { status, stdout, stderr, error } = spawnSync('htpasswd', ['-niB', '-C', '4', username], {
    input: password,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`htpasswd failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** Waits until the address answers at all; says why when the process ends first. */
async function answers(url: string, child: ChildProcess): Promise<string | undefined> {
  const ended = once(child, 'exit').then(
    ([code]) => `it ended with ${String(code)}`,
    (error: Error) => error.message,
  );
  for (;;) {
    const answered = fetch(url).then(
      () => true,
      () => wait(20, false),
    );
    const outcome = await Promise.race([answered, ended]);
    if (outcome === true) return undefined;
    if (typeof outcome === 'string') return outcome;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4000);
  });
  return () => text;
}
