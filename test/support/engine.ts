import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createEngine, type DockerEngine } from '../../client/src/engine/createEngine.ts';
import type { CreateContainerOptions } from '../../client/src/engine/engine.ts';
import type { HeartbeatTimes } from '../../client/src/engine/stream/heartbeat.ts';
import { HttpConnection, type HttpRequest } from '../../client/src/engine/transport/http.ts';
import { isCancelled } from '../../client/src/engine/error.ts';
import { tar } from './tar.ts';

/** The real engine that tests run against: `GANTRY_TEST_ENGINE`, else Docker's default socket. */
export const testEngineHost = process.env['GANTRY_TEST_ENGINE'] ?? 'unix:///var/run/docker.sock';

/** A client of one address, with nothing of this machine's settings in it. */
export function engineAt(
  host: string,
  options: { env?: Record<string, string>; home?: string; heartbeat?: HeartbeatTimes } = {},
): DockerEngine {
  return createEngine({
    ...(options.heartbeat && { heartbeat: options.heartbeat }),
    settings: () => ({ host, context: '' }),
    env: options.env ?? {},
    home: options.home ?? '/nonexistent',
    platform: process.platform,
    log: { debug: () => {}, warn: () => {} },
  });
}

/** The real engine for one suite: whatever is made through it carries the suite's label, and `dispose` removes just that. */
export interface TestEngine {
  readonly host: string;
  readonly engine: DockerEngine;
  /** A small busybox image (shell and applets, runs `sh`), the suite's own. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Creates a container with the suite's label, from the suite's image unless told otherwise, and starts it. */
  run(options?: Partial<CreateContainerOptions>): Promise<string>;
  create(options?: Partial<CreateContainerOptions>): Promise<string>;
  /** The Engine API itself, for what the port does not have. */
  raw(request: HttpRequest): Promise<unknown>;
  dispose(): Promise<void>;
}

/** Connects to the real engine and imports the suite's image. `suite` is a lower-case word. */
export async function startTestEngine(suite: string, host = testEngineHost): Promise<TestEngine> {
  const labels = { 'dev.gantry.test': suite };
  const engine = engineAt(host);
  const connection = new HttpConnection(await engine.endpoint());
  const image = `gantry-test/${suite}:base`;
  await removeLabelled(engine, suite);
  await importBusybox(connection, image, suite);
  const create = async (options: Partial<CreateContainerOptions> = {}): Promise<string> => {
    const { id } = await engine.containers.create({ image, ...options, labels: { ...options.labels, ...labels } });
    return id;
  };
  return {
    host,
    engine,
    image,
    labels,
    create,
    run: async (options) => {
      const id = await create({ command: ['sleep', '600'], ...options });
      await engine.containers.start(id);
      return id;
    },
    raw: (request) => connection.read(request),
    dispose: async () => {
      await removeLabelled(engine, suite);
      connection.dispose();
      engine.dispose();
    },
  };
}

/** Imports Debian's busybox-static, a link per applet, as a labelled image. */
async function importBusybox(connection: HttpConnection, image: string, suite: string): Promise<void> {
  const busybox = ['/bin/busybox', '/usr/bin/busybox'].find((path) => existsSync(path));
  if (!busybox) throw new Error('busybox-static is missing: apt-get install busybox-static');
  const applets = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n');
  const archive = tar([
    { path: 'bin/' },
    { path: 'tmp/', mode: 0o1777 },
    { path: 'etc/' },
    { path: 'etc/passwd', data: 'root:x:0:0:root:/:/bin/sh\nguest:x:1000:1000:guest:/tmp:/bin/sh\n', mode: 0o644 },
    { path: 'bin/busybox', data: readFileSync(busybox) },
    ...applets.filter((name) => name !== 'busybox').map((name) => ({ path: `bin/${name}`, link: 'busybox' })),
  ]);
  const [repo, tag] = image.split(':');
  await connection.read({
    method: 'POST',
    path: '/images/create',
    query: {
      fromSrc: '-',
      repo,
      tag,
      changes: ['ENV PATH=/bin', 'CMD ["sh"]', `LABEL dev.gantry.test=${suite}`],
    },
    body: Readable.from([archive]),
  });
}

/** Removes the suite's containers and then its images, volumes and networks, and nothing else. */
async function removeLabelled(engine: DockerEngine, suite: string): Promise<void> {
  const containers = await engine.containers.list({ labels: [`dev.gantry.test=${suite}`] });
  await Promise.all(
    containers.map(({ id }) =>
      engine.containers.remove(id, { force: true, removeAnonymousVolumes: true }).catch(ignore),
    ),
  );
  const images = await engine.images.list();
  const own = images.filter(({ labels }) => labels['dev.gantry.test'] === suite);
  for (const { id } of own) await engine.images.remove(id, { force: true }).catch(ignore);
  const isOwn = (object: { labels: Readonly<Record<string, string>> }): boolean =>
    object.labels['dev.gantry.test'] === suite;
  for (const { name } of (await engine.volumes.list()).filter(isOwn)) await engine.volumes.remove(name).catch(ignore);
  for (const { id } of (await engine.networks.list()).filter(isOwn)) await engine.networks.remove(id).catch(ignore);
}

function ignore(error: unknown): void {
  if (isCancelled(error)) throw error;
}

/** Gathers what an async iterable gives, up to its end. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** Gathers bytes as text, up to the end or until `until` is found in it. */
export async function readText(
  source: AsyncIterable<Uint8Array | { readonly data: Uint8Array }>,
  until?: string | RegExp,
): Promise<string> {
  let text = '';
  const iterator = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) return text;
    text += Buffer.from('data' in next.value ? next.value.data : next.value).toString('utf8');
    if (until !== undefined && (typeof until === 'string' ? text.includes(until) : until.test(text))) return text;
  }
}
