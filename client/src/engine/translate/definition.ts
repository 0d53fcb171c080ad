import type { CreateContainerOptions } from '../engine.ts';
import type { PortBinding } from '../model.ts';
import { restartPolicies, type ContainerLimits } from '../port/container.ts';
import { list, number, record, text, textMap, texts, type JsonRecord } from './read.ts';

/**
 * Reads `GET /containers/{id}/json` back into what made the container. What it only has from its image (`image`, of `GET
 * /images/{name}/json`) is left to the image, so that another image brings its own. Volumes that the engine named
 * itself are there by these names: another container gets their data.
 */
export function toDefinition(inspected: JsonRecord, image: JsonRecord): CreateContainerOptions {
  const config = record(inspected['Config']);
  const host = record(inspected['HostConfig']);
  const base = record(image['Config']);
  const own = <T>(key: string, value: T): T | undefined => (same(config[key], base[key]) ? undefined : value);
  const mode = networkName(inspected, text(host['NetworkMode']));
  const baseEnv = new Set(texts(base['Env']));
  const baseLabels = textMap(base['Labels']);
  const env = texts(config['Env']).filter((variable) => !baseEnv.has(variable));
  const command = own('Cmd', texts(config['Cmd']));
  const entrypoint = own('Entrypoint', texts(config['Entrypoint']));
  const workingDirectory = own('WorkingDir', text(config['WorkingDir']));
  const user = own('User', text(config['User']));
  return {
    image: text(config['Image']),
    name: text(inspected['Name']).replace(/^\//, ''),
    ...(command && { command }),
    ...(entrypoint && { entrypoint }),
    ...(workingDirectory !== undefined && { workingDirectory }),
    ...(user !== undefined && { user }),
    env,
    labels: Object.fromEntries(
      Object.entries(textMap(config['Labels'])).filter(([key, value]) => baseLabels[key] !== value),
    ),
    ports: publishedPorts(host),
    volumes: volumes(inspected, host),
    autoRemove: host['AutoRemove'] === true,
    ...(mode !== '' && mode !== 'default' && { network: mode }),
    ...toContainerLimits(host),
    like: {
      config: restOfConfig(config, base, { id: text(inspected['Id']), mode }),
      host: { ...restOfHost(host), NetworkMode: mode },
      networks: networks(inspected),
    },
  };
}

/** Reads the limits of `HostConfig`. Zero, and for processes also a negative number, is none. */
export function toContainerLimits(host: JsonRecord): ContainerLimits {
  const { Name, MaximumRetryCount } = record(host['RestartPolicy']);
  const name = restartPolicies.find((policy) => policy === Name);
  const retries = number(MaximumRetryCount);
  const memory = number(host['Memory']);
  const nano = number(host['NanoCpus']);
  const period = number(host['CpuPeriod']) || 100_000;
  const cpus = nano > 0 ? nano / 1e9 : number(host['CpuQuota']) / period;
  const pids = number(host['PidsLimit']);
  return {
    ...(memory > 0 && { memory }),
    ...(cpus > 0 && { cpus }),
    ...(pids > 0 && { pids }),
    ...(name && { restart: { name, ...(retries > 0 && { maximumRetries: retries }) } }),
  };
}

/** What the options have names for, and what the engine makes anew for each container. */
const namedConfig = new Set([
  'Image',
  'Cmd',
  'Entrypoint',
  'Env',
  'WorkingDir',
  'User',
  'Labels',
  'Volumes',
  'MacAddress',
]);
const namedHost = new Set([
  'AutoRemove',
  'Binds',
  'PortBindings',
  'Memory',
  'NanoCpus',
  'PidsLimit',
  'RestartPolicy',
  'ContainerIDFile',
  // Refused when they are given again beside NanoCpus, or by newer engines.
  'KernelMemory',
  'KernelMemoryTCP',
  'ConsoleSize',
]);

function restOfConfig(config: JsonRecord, base: JsonRecord, { id, mode }: { id: string; mode: string }): JsonRecord {
  const entries = Object.entries(config).filter(([key, value]) => !namedConfig.has(key) && !same(value, base[key]));
  // By itself the engine names a container's host after its id; and some networks bring a name of their own.
  const isOwn = config['Hostname'] !== id.slice(0, 12) && mode !== 'host' && !mode.startsWith('container:');
  return Object.fromEntries(entries.filter(([key]) => key !== 'Hostname' || isOwn));
}

function restOfHost(host: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(host).filter(([key, value]) => !namedHost.has(key) && value !== null));
}

function publishedPorts(host: JsonRecord): PortBinding[] {
  return Object.entries(record(host['PortBindings'])).flatMap(([key, bindings]) => {
    const [port = '', protocol = 'tcp'] = key.split('/');
    return list(bindings).map((binding) => toPort(Number(port), protocol, record(binding)));
  });
}

function toPort(containerPort: number, protocol: string, { HostIp, HostPort }: JsonRecord): PortBinding {
  const hostIp = text(HostIp);
  return {
    containerPort,
    protocol: protocol as PortBinding['protocol'],
    hostPort: Number(text(HostPort) || 0),
    ...(hostIp && { hostIp }),
  };
}

function volumes(inspected: JsonRecord, host: JsonRecord): string[] {
  const binds = texts(host['Binds']);
  const targets = new Set([
    ...binds.map((bind) => /^(?:[A-Za-z]:\\)?[^:]*:((?:[A-Za-z]:\\)?[^:]*)/.exec(bind)?.[1] ?? bind),
    ...list(host['Mounts']).map((mount) => text(record(mount)['Target'])),
  ]);
  const anonymous = list(inspected['Mounts'])
    .map(record)
    .filter((mount) => mount['Type'] === 'volume' && text(mount['Name']) !== '')
    .filter((mount) => !targets.has(text(mount['Destination'])))
    .map((mount) => `${text(mount['Name'])}:${text(mount['Destination'])}${mount['RW'] === false ? ':ro' : ''}`);
  return [...binds, ...anonymous];
}

/** The mode may name its network by id. */
function networkName(inspected: JsonRecord, mode: string): string {
  const all = Object.entries(record(record(inspected['NetworkSettings'])['Networks']));
  return all.find(([, network]) => mode !== '' && record(network)['NetworkID'] === mode)?.[0] ?? mode;
}

function networks(inspected: JsonRecord): Record<string, JsonRecord> {
  const id = text(inspected['Id']).slice(0, 12);
  const all = Object.entries(record(record(inspected['NetworkSettings'])['Networks']));
  return Object.fromEntries(
    all.map(([name, value]) => {
      const { IPAMConfig, Links, Aliases, DriverOpts } = record(value);
      const aliases = texts(Aliases).filter((alias) => alias !== id);
      return [name, { IPAMConfig, Links, DriverOpts, ...(aliases.length > 0 && { Aliases: aliases }) }];
    }),
  );
}

/** Equal as JSON; nothing, an empty list and an empty text are the same to the engine. */
function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): string => JSON.stringify(value ?? null);
  const isEmpty = (value: unknown): boolean => ['null', '[]', '""', '{}', 'false'].includes(plain(value));
  return plain(a) === plain(b) || (isEmpty(a) && isEmpty(b));
}
