import type { Endpoint } from '../../engine/engine.ts';
import type { Container, PortBinding } from '../../engine/model.ts';

/** Where a published port answers a browser. */
export interface Address {
  readonly url: string;
  readonly port: PortBinding;
}

/**
 * The addresses of a container's published TCP ports, each once (an engine lists IPv4 and IPv6 apart). What listens on
 * all interfaces is reached where the engine is: on this machine, or on the host of a TCP endpoint.
 */
export function addresses({ ports }: Pick<Container, 'ports'>, endpoint: Endpoint): Address[] {
  const found = new Map<string, Address>();
  for (const port of ports) {
    if (port.protocol !== 'tcp' || port.hostPort === undefined) continue;
    const url = `${schemeOf(port)}://${hostOf(port.hostIp, endpoint)}:${port.hostPort}`;
    if (!found.has(url)) found.set(url, { url, port });
  }
  return [...found.values()].sort((a, b) => a.port.containerPort - b.port.containerPort);
}

const secure: ReadonlySet<number> = new Set([443, 8443]);

/** By the ports' well-known meaning, the container's own before the host's. */
function schemeOf({ containerPort, hostPort }: PortBinding): 'http' | 'https' {
  return secure.has(containerPort) || (hostPort !== undefined && secure.has(hostPort)) ? 'https' : 'http';
}

function hostOf(hostIp: string | undefined, { host }: Endpoint): string {
  const everywhere = hostIp === undefined || hostIp === '' || hostIp === '0.0.0.0' || hostIp === '::';
  if (!everywhere) return hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  return /^(?:tcp|https?):\/\/(\[[^\]]+\]|[^:/]+)/u.exec(host)?.[1] ?? 'localhost';
}
