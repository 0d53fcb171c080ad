import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExecutable } from '../../scripts/provision/find.ts';
import { until } from './until.ts';

/** A Docker Engine that a test may stop, start and fill as it likes: nobody else uses it. Containers get no network. */
export interface OwnEngine extends AsyncDisposable {
  /** `unix:///tmp/…/docker.sock`. */
  readonly host: string;
  /** Starts it after a stop, with what it held; settles when it answers. */
  start(): Promise<void>;
  /** Stops it as an administrator does: its containers end and its socket goes. */
  stop(): Promise<void>;
}

/** Why this machine cannot run an engine of a test's own; `undefined` when it can. */
export async function whyNoOwnEngine(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'an engine of its own needs root on Linux';
  return (await findExecutable(['dockerd'])) === undefined ? 'there is no dockerd' : undefined;
}

/** Starts it empty. What it held is gone after its disposal. */
export async function startOwnEngine(): Promise<OwnEngine> {
  const dockerd = await findExecutable(['dockerd']);
  if (dockerd === undefined) throw new Error('there is no dockerd here');
  const folder = await mkdtemp(join(tmpdir(), 'gantry-engine-'));
  const socket = join(folder, 'docker.sock');
  const running: { child: ChildProcess | undefined } = { child: undefined };
  const start = async (): Promise<void> => {
    running.child = await launch({ dockerd, folder, socket });
  };
  const stop = async (): Promise<void> => {
    const { child } = running;
    running.child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const dispose = async (): Promise<void> => {
    await stop();
    unmountUnder(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    await start();
  } catch (error) {
    await dispose();
    throw error;
  }
  return { host: `unix://${socket}`, start, stop, [Symbol.asyncDispose]: dispose };
}

/** A container in the host's network leaves the mount of it behind. */
function unmountUnder(folder: string): void {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`));
  for (const path of mounts.reverse()) spawnSync('umount', ['--lazy', path]);
}

async function launch(options: { dockerd: string; folder: string; socket: string }): Promise<ChildProcess> {
  const { dockerd, folder, socket } = options;
  const path = join(folder, 'log');
  const log = openSync(path, 'w');
  const child = spawn(
    // In a network namespace of its own: `--bridge=none` makes dockerd delete `docker0`, and that would be the one of
    // the machine's own engine, whose containers could not be started any more.
    'unshare',
    [
      '--net',
      // A manager of a Swarm talks to itself over the loopback interface, which a new namespace has switched off.
      'sh',
      '-c',
      'ip link set lo up; exec "$0" "$@"',
      dockerd,
      `--host=unix://${socket}`,
      `--data-root=${join(folder, 'data')}`,
      `--exec-root=${join(folder, 'run')}`,
      `--pidfile=${join(folder, 'pid')}`,
      '--shutdown-timeout=1',
      '--bridge=none',
      '--iptables=false',
      '--ip6tables=false',
    ],
    { cwd: '/', stdio: ['ignore', log, log] },
  );
  closeSync(log);
  await until('an engine of the test’s own starts', async () => {
    if (child.exitCode !== null) throw new Error(`dockerd ended: ${readFileSync(path, 'utf8').slice(-2000)}`);
    return answers(socket);
  });
  return child;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on('timeout', () => ping.destroy());
    ping.on('error', () => {
      resolve(false);
    });
    ping.end();
  });
}
