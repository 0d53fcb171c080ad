import type { Container, ContainerState, Health, Mount, NetworkAttachment, PortBinding } from '../model.ts';
import { list, number, record, text, textMap, texts, type JsonRecord } from './read.ts';

/** Translates one record of `GET /containers/json`; `undefined` when it has no id. */
export function toContainer(item: JsonRecord): Container | undefined {
  const id = text(item['Id']);
  if (id === '') return undefined;
  const status = text(item['Status']);
  const state = toState(text(item['State']), status);
  const exitCode = state === 'exited' || state === 'dead' ? exitCodeOf(status) : undefined;
  return {
    id,
    name: nameOf(texts(item['Names'])) || id.slice(0, 12),
    image: text(item['Image']),
    imageId: text(item['ImageID']),
    command: text(item['Command']),
    createdAt: number(item['Created']) * 1000,
    state,
    status,
    health: toHealth(text(record(item['Health'])['Status']), status),
    ...(exitCode !== undefined && { exitCode }),
    ports: list(item['Ports'])
      .map(record)
      .map(toPort)
      .filter((port) => port !== undefined)
      .sort(byPort),
    // The engine lists them in another order each time.
    mounts: list(item['Mounts'])
      .map(record)
      .map(toMount)
      .sort((a, b) => (a.target < b.target ? -1 : 1)),
    networks: Object.entries(record(record(item['NetworkSettings'])['Networks'])).map(([name, value]) =>
      toNetwork(name, record(value)),
    ),
    labels: textMap(item['Labels']),
  };
}

/** A linked container has further names, `/other/alias`: its own is the one without a second slash. */
function nameOf(names: readonly string[]): string {
  const plain = names.map((name) => name.replace(/^\//, ''));
  return plain.find((name) => !name.includes('/')) ?? '';
}

const states: ReadonlySet<string> = new Set<ContainerState>([
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
]);

/** Podman has words of its own; an engine that sends none is read from its status. */
function toState(state: string, status: string): ContainerState {
  const word = state.toLowerCase();
  if (states.has(word)) return word as ContainerState;
  if (word === 'configured' || word === 'initialized') return 'created';
  if (word === 'stopping') return 'running';
  return status.startsWith('Up') ? 'running' : 'exited';
}

/** `Up 3 minutes (healthy)`; engines from API 1.52 on have a field of its own. */
function toHealth(field: string, status: string): Health {
  const word = field.toLowerCase() || /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(status)?.[1];
  return word === 'starting' || word === 'healthy' || word === 'unhealthy' ? word : 'none';
}

function exitCodeOf(status: string): number | undefined {
  const code = /^(?:Exited|Dead) \((-?\d+)\)/.exec(status)?.[1];
  return code === undefined ? undefined : Number(code);
}

function toPort(item: JsonRecord): PortBinding | undefined {
  const containerPort = number(item['PrivatePort']);
  const protocol = text(item['Type']) || 'tcp';
  if (containerPort === 0 || (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp')) return undefined;
  const hostPort = number(item['PublicPort']);
  const hostIp = text(item['IP']);
  return { containerPort, protocol, ...(hostPort > 0 && { hostPort }), ...(hostPort > 0 && hostIp && { hostIp }) };
}

function byPort(a: PortBinding, b: PortBinding): number {
  return (
    a.containerPort - b.containerPort ||
    compareText(a.protocol, b.protocol) ||
    (a.hostPort ?? 0) - (b.hostPort ?? 0) ||
    compareText(a.hostIp ?? '', b.hostIp ?? '')
  );
}

/** By code unit: the same on every machine, and IPv4 comes before IPv6. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toMount(item: JsonRecord): Mount {
  const name = text(item['Name']);
  return {
    type: text(item['Type']),
    ...(name && { name }),
    source: text(item['Source']),
    target: text(item['Destination']),
    readOnly: item['RW'] === false,
  };
}

function toNetwork(name: string, item: JsonRecord): NetworkAttachment {
  const ipv4 = text(item['IPAddress']);
  const ipv6 = text(item['GlobalIPv6Address']);
  return { name, id: text(item['NetworkID']), ...(ipv4 && { ipv4 }), ...(ipv6 && { ipv6 }) };
}
