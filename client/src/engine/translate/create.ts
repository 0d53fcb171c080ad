import type { CreateContainerOptions } from '../engine.ts';

/** The body of `POST /containers/create`. */
export function toCreateBody(options: CreateContainerOptions): object {
  const { ports = [], volumes = [], interactive = false } = options;
  const anonymous = volumes.filter((volume) => !/.:/.test(volume.replace(/^[A-Za-z]:\\/, '')));
  return {
    Image: options.image,
    ...(options.command && { Cmd: options.command }),
    ...(options.entrypoint && { Entrypoint: options.entrypoint }),
    ...(options.env && { Env: options.env }),
    ...(options.workingDirectory !== undefined && { WorkingDir: options.workingDirectory }),
    ...(options.user !== undefined && { User: options.user }),
    ...(options.labels && { Labels: options.labels }),
    ...(interactive && { Tty: true, OpenStdin: true, AttachStdin: true, AttachStdout: true, AttachStderr: true }),
    ExposedPorts: Object.fromEntries(ports.map((port) => [portKey(port), {}])),
    Volumes: Object.fromEntries(anonymous.map((volume) => [volume, {}])),
    HostConfig: {
      AutoRemove: options.autoRemove ?? false,
      Binds: volumes.filter((volume) => !anonymous.includes(volume)),
      PortBindings: portBindings(ports),
    },
  };
}

type Port = NonNullable<CreateContainerOptions['ports']>[number];

const portKey = (port: Port): string => `${port.containerPort}/${port.protocol}`;

/** One container port may be published several times. */
function portBindings(ports: readonly Port[]): object {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of ports) {
    if (port.hostPort === undefined) continue;
    (bindings[portKey(port)] ??= []).push({ HostIp: port.hostIp ?? '', HostPort: String(port.hostPort) });
  }
  return bindings;
}
