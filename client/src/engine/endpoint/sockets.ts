import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { address } from '../transport/address.ts';
import type { EndpointOptions } from './resolve.ts';

/** Where Docker listens by default. */
export function defaultSocket(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';
}

/**
 * Where engines listen when nobody says so, in the order in which they are tried: Docker Desktop, rootless Docker,
 * OrbStack, Colima, Rancher Desktop, Lima, Podman.
 */
export async function wellKnownSockets(
  options: Pick<EndpointOptions, 'env' | 'home' | 'platform'>,
): Promise<readonly string[]> {
  const { env, home, platform } = options;
  if (platform === 'win32')
    return ['dockerDesktopLinuxEngine', 'podman-machine-default'].map((name) => `npipe:////./pipe/${name}`);
  const runtime = env['XDG_RUNTIME_DIR'];
  const colima = (await readdir(join(home, '.colima')).catch(() => [])).filter((name) => !name.startsWith('_')).sort();
  const paths = [
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(home, '.orbstack/run/docker.sock'),
    ...['default', ...colima.filter((name) => name !== 'default')].map((profile) =>
      join(home, '.colima', profile, 'docker.sock'),
    ),
    join(home, '.rd/docker.sock'),
    join(home, '.lima/docker/sock/docker.sock'),
    ...(runtime ? [join(runtime, 'podman/podman.sock')] : []),
    '/run/podman/podman.sock',
    join(home, '.local/share/containers/podman/machine/podman.sock'),
  ];
  return paths.map((path) => `unix://${path}`);
}

/** The first of these addresses that accepts a connection: the file of a stopped engine often stays behind. */
export async function firstAnswering(hosts: readonly string[]): Promise<string | undefined> {
  for (const host of hosts) if (await answers(host)) return host;
  return undefined;
}

function answers(host: string): Promise<boolean> {
  const { socketPath } = address({ host, source: 'probe', context: 'default' });
  if (socketPath === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ path: socketPath, timeout: 1000 });
    const done = (answer: boolean) => (): void => {
      resolve(answer);
      socket.destroy();
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });
}
