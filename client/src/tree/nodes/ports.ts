import type { PortBinding } from '../../engine/model.ts';

/**
 * A container's ports, the published ones first. Engines list a port once per address family; published on every
 * address (`0.0.0.0` and `::`) it is one port to a person, and has no `hostIp` here.
 */
export function distinctPorts(bindings: readonly PortBinding[]): PortBinding[] {
  const found = new Map(bindings.map(withoutWildcard).map((binding) => [portKey(binding), binding]));
  return [...found.values()].sort(
    (a, b) =>
      isPublished(b) - isPublished(a) || a.containerPort - b.containerPort || (a.hostPort ?? 0) - (b.hostPort ?? 0),
  );
}

function withoutWildcard({ hostIp = '', ...binding }: PortBinding): PortBinding {
  return hostIp === '' || hostIp === '0.0.0.0' || hostIp === '::' ? binding : { ...binding, hostIp };
}

/** What makes a port another one. */
export function portKey({ containerPort, hostPort, protocol, hostIp = '' }: PortBinding): string {
  return `${containerPort}/${protocol}/${hostPort ?? ''}/${hostIp}`;
}

/** `8080 → 80`, `127.0.0.1:8080 → 80`, `53 → 53/udp`, and `9000/tcp` for one that is not published. */
export function portText({ containerPort, hostIp, hostPort, protocol }: PortBinding): string {
  if (hostPort === undefined) return `${containerPort}/${protocol}`;
  const ip = hostIp === undefined ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
  return `${ip}${hostPort} → ${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

function isPublished({ hostPort }: PortBinding): number {
  return hostPort === undefined ? 0 : 1;
}
