import type { SwarmNode, SwarmObject, SwarmService, SwarmTask } from '../port/swarm.ts';
import { list, moment, number, record, text, textMap, type JsonRecord } from './read.ts';

/** Translates one record of `GET /nodes`; `undefined` when it has no id. */
export function toNode(item: JsonRecord): SwarmNode | undefined {
  const id = text(item['ID']);
  if (id === '') return undefined;
  const [spec, description, status] = [record(item['Spec']), record(item['Description']), record(item['Status'])];
  const platform = record(description['Platform']);
  return {
    id,
    hostname: text(description['Hostname']) || id.slice(0, 12),
    role: spec['Role'] === 'manager' ? 'manager' : 'worker',
    leader: record(item['ManagerStatus'])['Leader'] === true,
    availability: text(spec['Availability']),
    state: text(status['State']),
    address: text(status['Addr']),
    engineVersion: text(record(description['Engine'])['EngineVersion']),
    platform: [platform['OS'], platform['Architecture']].map(text).join('/'),
  };
}

/** Translates one record of `GET /services?status=true`; `undefined` when it has no id. */
export function toService(item: JsonRecord): SwarmService | undefined {
  const id = text(item['ID']);
  if (id === '') return undefined;
  const spec = record(item['Spec']);
  const [mode = 'replicated', how] = Object.entries(record(spec['Mode']))[0] ?? [];
  const replicated = record(how)['Replicas'] ?? record(how)['TotalCompletions'];
  const replicas = typeof replicated === 'number' ? replicated : undefined;
  const status = record(item['ServiceStatus']);
  const update = text(record(item['UpdateStatus'])['State']);
  const createdAt = moment(item['CreatedAt']) ?? 0;
  return {
    id,
    name: text(spec['Name']) || id.slice(0, 12),
    // The engine pins what it was given to a digest, which tells a person nothing.
    image: text(record(record(spec['TaskTemplate'])['ContainerSpec'])['Image']).replace(/@sha256:[0-9a-f]+$/, ''),
    mode: modes.get(mode) ?? mode.toLowerCase(),
    ...(replicas !== undefined && { replicas }),
    running: number(status['RunningTasks']),
    // Engines before API 1.41 tell no status.
    desired: typeof status['DesiredTasks'] === 'number' ? status['DesiredTasks'] : (replicas ?? 0),
    ports: list(record(item['Endpoint'])['Ports']).map(record).map(portText),
    labels: textMap(spec['Labels']),
    createdAt,
    updatedAt: moment(item['UpdatedAt']) ?? createdAt,
    ...(update !== '' && { update }),
  };
}

const modes: ReadonlyMap<string, string> = new Map([
  ['ReplicatedJob', 'replicated-job'],
  ['GlobalJob', 'global-job'],
]);

function portText(port: JsonRecord): string {
  const protocol = text(port['Protocol']);
  const inside = `${number(port['TargetPort'])}${protocol === 'tcp' || protocol === '' ? '' : `/${protocol}`}`;
  const published = number(port['PublishedPort']);
  return published === 0 ? inside : `${published} → ${inside}`;
}

/** Translates one record of `GET /tasks`; `undefined` when it has no id. */
export function toTask(item: JsonRecord): SwarmTask | undefined {
  const id = text(item['ID']);
  if (id === '') return undefined;
  const status = record(item['Status']);
  const slot = number(item['Slot']);
  return {
    id,
    ...(slot > 0 && { slot }),
    nodeId: text(item['NodeID']),
    state: text(status['State']),
    desiredState: text(item['DesiredState']),
    message: text(status['Message']),
    error: text(status['Err']),
    since: moment(status['Timestamp']) ?? moment(item['UpdatedAt']) ?? 0,
    image: text(record(record(item['Spec'])['ContainerSpec'])['Image']).replace(/@sha256:[0-9a-f]+$/, ''),
    containerId: text(record(status['ContainerStatus'])['ContainerID']),
  };
}

/** Translates one record of `GET /secrets` or `/configs`; `undefined` when it has no id. What it holds is not read. */
export function toSwarmObject(type: SwarmObject['type'], item: JsonRecord): SwarmObject | undefined {
  const id = text(item['ID']);
  if (id === '') return undefined;
  const spec = record(item['Spec']);
  return {
    type,
    id,
    name: text(spec['Name']) || id,
    labels: textMap(spec['Labels']),
    createdAt: moment(item['CreatedAt']) ?? 0,
  };
}
