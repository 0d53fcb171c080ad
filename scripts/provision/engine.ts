import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findExecutable, type Found } from './find.ts';
import { withLock } from './lock.ts';

const defaultSocket = '/var/run/docker.sock';

/**
 * Address of the engine that this run uses, as `DOCKER_HOST` writes it. `GANTRY_TEST_ENGINE` names one for the tests
 * only; else it is the CLI's `DOCKER_HOST`, the default socket, or Docker Desktop's.
 */
export function engineHost(env: NodeJS.ProcessEnv = process.env): string {
  const named = env['GANTRY_TEST_ENGINE'] ?? env['DOCKER_HOST'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'win32') return 'npipe:////./pipe/docker_engine';
  const desktop = join(env['HOME'] ?? '', '.docker/run/docker.sock');
  return `unix://${!existsSync(defaultSocket) && existsSync(desktop) ? desktop : defaultSocket}`;
}

/** Where Node's http module reaches an engine; `undefined` for TLS and SSH, which the preparations here do not speak. */
export function httpTarget(host: string): { socketPath: string } | { host: string; port: string } | undefined {
  const url = /^(unix|npipe|tcp|http):\/\/(.*)$/.exec(host);
  const [, scheme, rest = ''] = url ?? [];
  if (scheme === 'unix') return { socketPath: rest };
  if (scheme === 'npipe') return { socketPath: rest.replaceAll('/', '\\') };
  if (scheme === undefined || !URL.canParse(`http://${rest}`)) return undefined;
  const { hostname, port } = new URL(`http://${rest}`);
  return { host: hostname, port: port === '' ? '2375' : port };
}

/** `undefined` when an engine answers there, else the error's code or the status. */
async function silence(host: string): Promise<string | undefined> {
  const target = httpTarget(host);
  if (target === undefined) return 'only unix, npipe and plain tcp addresses are supported here';
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? undefined : `status ${String(response.statusCode)}`);
    });
    ping.on('timeout', () => ping.destroy(new Error('no answer within 3 s')));
    ping.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    ping.end();
  });
}

/**
 * An engine that answers. Where nothing listens on the default socket and this account may do so, starts `dockerd` in
 * a session of its own; it outlives this run. `log` is the folder for its output.
 */
export async function provideEngine(log: string, env: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const host = engineHost(env);
  const silent = await silence(host);
  if (silent === undefined) return { path: host };
  if (silent === 'EACCES') {
    return { missing: `this account may not open ${host}; add it to the docker group and log in again` };
  }
  const dockerd = await findExecutable(['dockerd']);
  const ours = host === `unix://${defaultSocket}` && process.platform === 'linux' && process.getuid?.() === 0;
  if (!ours || dockerd === undefined) return { missing: `no Docker Engine answers at ${host} (${silent}); start it` };
  const failure = await withLock(join(tmpdir(), 'gantry-dockerd.lock'), () => startEngine(dockerd, host, log));
  return failure === undefined ? { path: host } : { missing: failure };
}

/** What systemd does where it runs: without the control groups' file systems no engine starts. */
async function mountCgroups(): Promise<void> {
  const mounted = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  const script = /^\S+ \S+ cgroup2? /m.test(mounted) ? undefined : await findExecutable(['cgroupfs-mount']);
  if (script !== undefined) await promisify(execFile)(script).catch(() => {});
}

async function startEngine(dockerd: string, host: string, log: string): Promise<string | undefined> {
  if ((await silence(host)) === undefined) return undefined;
  console.log('Starting the Docker Engine…');
  await mkdir(log, { recursive: true });
  const path = join(log, 'dockerd.log');
  const file = await open(path, 'w');
  const service = existsSync('/run/systemd/system');
  if (!service) await mountCgroups();
  const [command, args] = service ? ['systemctl', ['start', 'docker']] : [dockerd, []];
  const child = spawn(command, args, { cwd: '/', detached: true, stdio: ['ignore', file.fd, file.fd] });
  let ended: string | undefined;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => {
    if (!service || code !== 0) ended = `exit code ${String(code)}`;
  });
  child.unref();
  await file.close();
  const deadline = Date.now() + 60_000;
  while ((await silence(host)) !== undefined) {
    if (ended !== undefined || Date.now() > deadline) {
      const lines = (await readFile(path, 'utf8')).trim().split('\n').slice(-6).join('\n');
      return `${command} did not bring an engine up (${ended ?? 'waited 60 s'}); ${path} ends:\n${lines}`;
    }
    await delay(100);
  }
  return undefined;
}
