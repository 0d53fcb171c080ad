import type { CreateContainerOptions } from '../../engine/engine.ts';
import { toCreateBody } from '../../engine/translate/create.ts';
import { list, number, record, text, textMap, texts, type JsonRecord } from '../../engine/translate/read.ts';
import { configFlags, healthWords, hostFlags, silentHost, type Flag } from './flags.ts';

/** A container as commands that make another one like it. */
export interface RunCommands {
  /** The words of each, without `docker`: one that runs it, and for more networks than one those that connect it. */
  readonly commands: readonly (readonly string[])[];
  /** Fields of the engine's records that `docker run` has no option for, or that are not known here. */
  readonly left: readonly string[];
}

export interface RunOptions {
  /** `run --detach`, `run` in front, or `create`. */
  readonly how: 'detached' | 'attached' | 'create';
  /** How a variable is said; as it is when absent. */
  readonly env?: (variable: string) => string;
}

/** Says what would be asked of the engine in the words of the Docker CLI. */
export function runCommands(
  options: CreateContainerOptions,
  { how, env = (variable) => variable }: RunOptions,
): RunCommands {
  const { Image, Cmd, Entrypoint, Env, ExposedPorts, Volumes, Healthcheck, HostConfig, NetworkingConfig, ...config } =
    toCreateBody(options);
  const host = record(HostConfig);
  const [program, ...leading] = texts(Entrypoint);
  const start = how === 'create' ? ['create'] : ['run', ...(how === 'detached' ? ['--detach'] : [])];
  const words = [
    ...start,
    ...(options.name === undefined || options.name === '' ? [] : ['--name', options.name]),
    ...flagWords(config, configFlags),
    ...texts(Env).flatMap((variable) => ['--env', env(variable)]),
    ...Object.keys(record(Volumes)).flatMap((path) => ['--volume', path]),
    ...portWords(host, ExposedPorts),
    ...flagWords(host, hostFlags),
    ...swapWords(host),
    ...logWords(host['LogConfig']),
    ...healthWords(Healthcheck),
    ...endpointWords(NetworkingConfig),
    ...(program === undefined ? [] : ['--entrypoint', program]),
    text(Image),
    ...leading,
    ...texts(Cmd),
  ];
  // Which streams are attached follows from how it is run.
  const known = new Set([...Object.keys(configFlags), 'AttachStdin', 'AttachStdout', 'AttachStderr', 'StdinOnce']);
  const left = [
    ...Object.entries(config).filter(([key, value]) => !known.has(key) && !isEmpty(value)),
    ...Object.entries(host).filter(([key, value]) => !(key in hostFlags) && !silentHost.has(key) && !isEmpty(value)),
  ].map(([key]) => key);
  return { commands: [words, ...connectCommands(options)], left };
}

function flagWords(from: JsonRecord, flags: Readonly<Record<string, Flag>>): string[] {
  return Object.entries(flags).flatMap(([key, { flag, values }]) =>
    values(from[key]).flatMap((value) => (value === true ? [flag] : [flag, value])),
  );
}

function portWords(host: JsonRecord, exposed: unknown): string[] {
  const bindings = record(host['PortBindings']);
  const published = Object.entries(bindings).flatMap(([port, targets]) =>
    list(targets)
      .map(record)
      .flatMap(({ HostIp, HostPort }) => {
        const ip = text(HostIp);
        const address = ip === '' ? '' : `${ip.includes(':') ? `[${ip}]` : ip}:`;
        const hostPort = text(HostPort) === '0' ? '' : text(HostPort);
        return [
          '--publish',
          `${address}${hostPort}${address + hostPort === '' ? '' : ':'}${port.replace(/\/tcp$/u, '')}`,
        ];
      }),
  );
  const silent = Object.keys(record(exposed)).filter((port) => !(port in bindings));
  return [...published, ...silent.flatMap((port) => ['--expose', port])];
}

/** Without a word on it memory and swap are twice the memory. */
function swapWords(host: JsonRecord): string[] {
  const [memory, swap] = [number(host['Memory']), number(host['MemorySwap'])];
  return memory === 0 || swap === 0 || swap === memory * 2 ? [] : ['--memory-swap', String(swap)];
}

function logWords(value: unknown): string[] {
  const { Type, Config } = record(value);
  const driver = text(Type) === '' || text(Type) === 'json-file' ? [] : ['--log-driver', text(Type)];
  return [...driver, ...Object.entries(textMap(Config)).flatMap(([key, option]) => ['--log-opt', `${key}=${option}`])];
}

function endpointWords(networking: unknown): string[] {
  const [settings] = Object.values(record(record(networking)['EndpointsConfig']));
  return addressWords(record(settings), '--network-alias');
}

/** One network can be named when it is made; it is connected to the others afterwards. */
function connectCommands({ name, network = 'bridge', like }: CreateContainerOptions): string[][] {
  if (name === undefined || name === '') return [];
  return Object.entries(like?.networks ?? {})
    .filter(([other]) => other !== network)
    .map(([other, settings]) => ['network', 'connect'].concat(addressWords(settings, '--alias'), other, name));
}

function addressWords({ Aliases, IPAMConfig }: JsonRecord, alias: string): string[] {
  const { IPv4Address, IPv6Address } = record(IPAMConfig);
  return [
    ...texts(Aliases).flatMap((name) => [alias, name]),
    ...(text(IPv4Address) === '' ? [] : ['--ip', text(IPv4Address)]),
    ...(text(IPv6Address) === '' ? [] : ['--ip6', text(IPv6Address)]),
  ];
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => item === 0);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return [undefined, null, '', 0, false, -1].some((nothing) => nothing === value);
}
