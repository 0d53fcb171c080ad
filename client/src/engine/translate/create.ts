import type { CreateContainerOptions } from '../engine.ts';
import type { ContainerLimits } from '../port/container.ts';
import { record, type JsonRecord } from './read.ts';

/** The body of `POST /containers/create`. What the options name wins over what they are `like`. */
export function toCreateBody(options: CreateContainerOptions): JsonRecord {
  const { ports = [], volumes = [], interactive = false, like, network } = options;
  const anonymous = volumes.filter((volume) => !/.:/.test(volume.replace(/^[A-Za-z]:\\/, '')));
  return {
    ...like?.config,
    Image: options.image,
    ...(options.command && { Cmd: options.command }),
    ...(options.entrypoint && { Entrypoint: options.entrypoint }),
    ...(options.env && { Env: options.env }),
    ...(options.workingDirectory !== undefined && { WorkingDir: options.workingDirectory }),
    ...(options.user !== undefined && { User: options.user }),
    ...(options.labels && { Labels: options.labels }),
    ...(interactive && { Tty: true, OpenStdin: true, AttachStdin: true, AttachStdout: true, AttachStderr: true }),
    ExposedPorts: { ...record(like?.config['ExposedPorts']), ...exposedPorts(ports) },
    Volumes: Object.fromEntries(anonymous.map((volume) => [volume, {}])),
    HostConfig: {
      ...like?.host,
      AutoRemove: options.autoRemove ?? false,
      Binds: volumes.filter((volume) => !anonymous.includes(volume)),
      PortBindings: portBindings(ports),
      ...(network !== undefined && { NetworkMode: network }),
      ...toLimits(options),
    },
    ...(network !== undefined && endpoint(like?.networks[network], network)),
  };
}

/** The limits as `HostConfig` and `POST /containers/{id}/update` have them. */
export function toLimits({ memory, cpus, pids, restart }: ContainerLimits): JsonRecord {
  return {
    ...(memory !== undefined && { Memory: memory }),
    ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
    ...(pids !== undefined && { PidsLimit: pids }),
    ...(restart && { RestartPolicy: { Name: restart.name, MaximumRetryCount: restart.maximumRetries ?? 0 } }),
  };
}

function endpoint(settings: JsonRecord | undefined, network: string): JsonRecord {
  return settings ? { NetworkingConfig: { EndpointsConfig: { [network]: settings } } } : {};
}

type Port = NonNullable<CreateContainerOptions['ports']>[number];

const portKey = (port: Port): string => `${port.containerPort}/${port.protocol}`;

function exposedPorts(ports: readonly Port[]): JsonRecord {
  return Object.fromEntries(ports.map((port) => [portKey(port), {}]));
}

/** One container port may be published several times. */
function portBindings(ports: readonly Port[]): JsonRecord {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of ports) {
    if (port.hostPort === undefined) continue;
    (bindings[portKey(port)] ??= []).push({ HostIp: port.hostIp ?? '', HostPort: String(port.hostPort) });
  }
  return bindings;
}
