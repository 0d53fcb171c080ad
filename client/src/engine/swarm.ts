import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import type { RegistryCredentials } from './engine.ts';
import { EngineError } from './error.ts';
import type { ServiceLine, Swarm, SwarmObject, SwarmOperations, SwarmTask } from './port/swarm.ts';
import { FrameReader } from './stream/frames.ts';
import { authHeader } from './transfer.ts';
import { number, record, text, translateEach, type JsonRecord } from './translate/read.ts';
import { toNode, toService, toSwarmObject, toTask } from './translate/swarm.ts';
import { bodyChunks, type Query } from './transport/http.ts';
import { idSegment } from './transport/path.ts';

/** The port's operations on a Swarm over the Engine API. */
export function swarmOperations(connections: Connections): SwarmOperations {
  const get = (path: string, { query, signal }: { query?: Query; signal?: AbortSignal | undefined } = {}) =>
    connections.use((connection) => connection.read({ method: 'GET', path, ...(query && { query }), signal }));
  const each = <T>(value: unknown, translate: (item: JsonRecord) => T | undefined): T[] =>
    translateEach(value, translate, () => {
      connections.log.warn('An object of the Swarm was left out: its record has no id.');
    });
  return {
    async read(signal): Promise<Swarm | undefined> {
      const { Swarm: state } = record(await get('/info', { signal }));
      if (record(state)['ControlAvailable'] !== true) return undefined;
      const object = (type: SwarmObject['type']) => (item: JsonRecord) => toSwarmObject(type, item);
      const [nodes, services, secrets, configs] = await Promise.all([
        get('/nodes', { signal }),
        get('/services', { query: { status: true }, signal }),
        get('/secrets', { signal }),
        get('/configs', { signal }),
      ]);
      return {
        nodes: each(nodes, toNode),
        services: each(services, toService),
        secrets: each(secrets, object('secret')),
        configs: each(configs, object('config')),
      };
    },
    async tasks(service, signal) {
      const query = { filters: JSON.stringify({ service: [service] }) };
      return each(await get('/tasks', { query, signal }), toTask).sort(newestOfSlotFirst);
    },
    scale: (service, replicas) =>
      update(connections, service, {
        change: (spec) => {
          const [mode = ''] = Object.keys(record(spec['Mode']));
          if (mode !== 'Replicated')
            throw new EngineError(
              'invalid',
              'Only a replicated service can be scaled: a global one runs once on each node.',
            );
          return {
            ...spec,
            Mode: { Replicated: { ...record(record(spec['Mode'])['Replicated']), Replicas: replicas } },
          };
        },
      }),
    updateImage: (service, image, credentials) =>
      update(connections, service, {
        change: (spec) => {
          const template = record(spec['TaskTemplate']);
          const container = { ...record(template['ContainerSpec']), Image: image };
          return { ...spec, TaskTemplate: { ...template, ContainerSpec: container } };
        },
        ...(credentials ? { credentials } : {}),
      }),
    logs: (service, { tail, signal }) => readLogs(connections, { service, tail, signal }),
    async remove(type, id) {
      await connections.use((connection) => connection.read({ method: 'DELETE', path: `/${type}s/${idSegment(id)}` }));
    },
  };
}

interface Update {
  readonly change: (spec: JsonRecord) => JsonRecord;
  readonly credentials?: RegistryCredentials;
}

/** The engine wants the whole definition back, with the version that it was made of: somebody else's change is a conflict. */
async function update(connections: Connections, service: string, { change, credentials }: Update): Promise<void> {
  const path = `/services/${idSegment(service)}`;
  await connections.use(async (connection) => {
    const found = record(await connection.read({ method: 'GET', path }));
    const body = JSON.stringify(change(record(found['Spec'])));
    const query = { version: number(record(found['Version'])['Index']) };
    const headers = credentials ? { 'x-registry-auth': authHeader(credentials) } : {};
    return connection.read({ method: 'POST', path: `${path}/update`, query, headers, body });
  });
}

function newestOfSlotFirst(a: SwarmTask, b: SwarmTask): number {
  return (a.slot ?? 0) - (b.slot ?? 0) || b.since - a.since;
}

async function* readLogs(
  connections: Connections,
  { service, tail, signal }: { service: string; tail: number; signal: AbortSignal },
): AsyncGenerator<ServiceLine, void, undefined> {
  const { connection, fail } = await connections.take();
  try {
    yield* serviceLines(connection, { service, tail, signal });
  } catch (error) {
    throw fail(error);
  }
}

/** With `details` the engine puts where a line comes from before it: `key=value,…,com.docker.swarm.task.id=x text`. */
async function* serviceLines(
  connection: Connection,
  { service, tail, signal }: { service: string; tail: number; signal: AbortSignal },
): AsyncGenerator<ServiceLine, void, undefined> {
  const path = `/services/${idSegment(service)}`;
  const found = record(await connection.read({ method: 'GET', path, signal }));
  const container = record(record(record(found['Spec'])['TaskTemplate'])['ContainerSpec']);
  const query = { stdout: true, stderr: true, follow: true, details: true, tail: tail === 0 ? 'all' : tail };
  const response = await connection.send({ method: 'GET', path: `${path}/logs`, query, signal });
  const frames = new FrameReader();
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bodyChunks(response, connection.endpoint, signal)) {
    const parts = container['TTY'] === true ? [{ data: chunk }] : frames.push(chunk);
    for (const { data } of parts) rest += decoder.decode(data, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield toLine(line);
  }
}

function toLine(line: string): ServiceLine {
  const [all = '', task = ''] =
    /^(?:[^ ,=]+=[^ ,]*,)*com\.docker\.swarm\.task\.id=([^ ,]+)(?:,[^ ]*)? ?/.exec(line) ?? [];
  return { task: text(task), text: line.slice(all.length) };
}
