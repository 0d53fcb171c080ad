import type Dockerode from 'dockerode';
import type { Connections } from './connections.ts';
import { containerWork } from './containerWork.ts';
import type { ContainerOperations, ListContainersOptions } from './engine.ts';
import type { Container } from './model.ts';
import { attach } from './session/attach.ts';
import { exec } from './session/exec.ts';
import { readLogs } from './stream/logs.ts';
import { readStats } from './stream/stats.ts';
import { toContainer } from './translate/container.ts';
import { list, number, record, text, translateEach } from './translate/read.ts';
import { idSegment } from './transport/path.ts';

/** The port's container operations over the Engine API. */
export function containerOperations(connections: Connections): ContainerOperations {
  const on = <T>(id: string, task: (container: Dockerode.Container) => Promise<T>): Promise<T> =>
    connections.use(async (connection) => task((await connection.routes()).getContainer(idSegment(id))));
  const act = async (id: string, task: (container: Dockerode.Container) => Promise<unknown>): Promise<void> => {
    await on(id, task);
  };

  return {
    ...containerWork(connections),
    list: (options, signal) => listContainers(connections, options, signal),
    inspect: async (id, signal) => record(await on(id, (container) => container.inspect(withSignal({}, signal)))),
    start: (id) => act(id, (container) => container.start({})),
    stop: (id, { timeoutSeconds } = {}) => act(id, (container) => container.stop(timeout(timeoutSeconds))),
    restart: (id, { timeoutSeconds } = {}) => act(id, (container) => container.restart(timeout(timeoutSeconds))),
    pause: (id) => act(id, (container) => container.pause({})),
    unpause: (id) => act(id, (container) => container.unpause({})),
    kill: (id, { signal } = {}) => act(id, (container) => container.kill(signal === undefined ? {} : { signal })),
    rename: (id, name) => act(id, (container) => container.rename({ name })),
    remove: (id, { force = false, removeAnonymousVolumes = false } = {}) =>
      act(id, (container) => container.remove({ force, v: removeAnonymousVolumes })),
    sizes: (ids, signal) => sizes(connections, ids, signal),
    stats: (id, signal) => readStats(connections, id, signal),
    logs: (id, options, signal) => readLogs(connections, { id, ...options }, signal),
    exec: (id, options) => exec(connections, id, options),
    attach: (id, options) => attach(connections, id, options),
  };
}

async function listContainers(
  connections: Connections,
  options: ListContainersOptions = {},
  signal?: AbortSignal,
): Promise<Container[]> {
  const { ids, labels } = options;
  if (ids?.length === 0) return [];
  const filters = JSON.stringify({ ...(ids && { id: ids }), ...(labels && { label: labels }) });
  const records = await connections.use(async (connection) => {
    const docker = await connection.routes();
    return docker.listContainers(withSignal({ all: true, filters }, signal));
  });
  return translateEach(records, toContainer, () => {
    connections.log.warn('A container was left out: its record has no id.');
  });
}

async function sizes(
  connections: Connections,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map<string, number>();
  const records = await connections.use(async (connection) => {
    const docker = await connection.routes();
    return docker.listContainers(withSignal({ all: true, size: true, filters: JSON.stringify({ id: ids }) }, signal));
  });
  return new Map(
    list(records)
      .map(record)
      .map((item) => [text(item['Id']), number(item['SizeRw'])] as const),
  );
}

const timeout = (seconds: number | undefined): { t?: number } => (seconds === undefined ? {} : { t: seconds });

const withSignal = <T extends object>(
  options: T,
  signal: AbortSignal | undefined,
): T & { abortSignal?: AbortSignal } => (signal ? { ...options, abortSignal: signal } : options);
