import { isAbsolute, resolve } from 'node:path';
import type { PortBinding } from '../../engine/model.ts';

/**
 * Reads a port as `docker run --publish` has it: `8080:80`, `127.0.0.1:8080:80/udp`, `80` (the engine chooses the host's
 * port: 0). A text says what is wrong.
 */
export function parsePort(text: string): PortBinding | string {
  const match = /^(?:(?:(\[[\da-f:.]+\]|[\d.]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/iu.exec(text.trim());
  if (!match) return 'host:container is expected, as 8080:80. Also with an address before and /udp after.';
  const [, hostIp, hostPort, containerPort = '', protocol = 'tcp'] = match;
  const [inside, outside] = [Number(containerPort), Number(hostPort ?? 0)];
  if (inside < 1 || inside > 65_535 || outside > 65_535) return 'A port is a number from 1 to 65535.';
  return {
    containerPort: inside,
    protocol: protocol.toLowerCase() as PortBinding['protocol'],
    hostPort: outside,
    ...(hostIp === undefined ? {} : { hostIp: hostIp.replaceAll(/[[\]]/gu, '') }),
  };
}

/** What is wrong with a port, or nothing. */
export function portProblem(text: string): string | undefined {
  const port = parsePort(text);
  return typeof port === 'string' ? port : undefined;
}

/** As `parsePort` reads it. */
export function formatPort({ containerPort, hostIp = '', hostPort, protocol }: PortBinding): string {
  const address = hostIp === '' ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
  const host = hostPort === undefined || hostPort === 0 ? '' : String(hostPort);
  return `${address}${host}${address + host === '' ? '' : ':'}${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** What is wrong with `source:target[:options]` of a volume, or nothing. */
export function volumeProblem(text: string): string | undefined {
  const { source, target } = splitVolume(text);
  if (target === '') return 'source:/path/in/the/container is expected, as ./data:/data or cache:/var/cache.';
  if (!/^(?:\/|[A-Za-z]:[\\/])/u.test(target)) return 'The path in the container is absolute: /data.';
  const isPath = /^(?:[./~\\]|[A-Za-z]:[\\/])/u.test(source);
  if (source !== '' && !isPath && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/u.test(source))
    return 'A volume’s name is made of letters, digits, “_”, “.” and “-”. A folder begins with / or ./';
  return undefined;
}

/** The volume with its folder as an absolute path, which is all that engines take; `~` and `./` are ours to resolve. */
export function resolveVolume(text: string, { folder, home }: { folder: string; home: string }): string {
  const { source, target, options } = splitVolume(text);
  if (source === '') return target;
  const own = source.replace(/^~(?=$|[\\/])/u, home);
  const path = /^[.\\]/u.test(own) && !isAbsolute(own) ? resolve(folder, own) : own;
  return [path, target, ...(options === '' ? [] : [options])].join(':');
}

/** A drive's colon, `C:\data:/data`, divides nothing. */
function splitVolume(text: string): { source: string; target: string; options: string } {
  const match = /^((?:[A-Za-z]:[\\/])?[^:]*):((?:[A-Za-z]:[\\/])?[^:]*)(?::([^:]*))?$/u.exec(text.trim());
  if (!match) return { source: '', target: text.trim(), options: '' };
  const [, source = '', target = '', options = ''] = match;
  return { source, target, options };
}

/**
 * Reads an environment file as `docker run --env-file` does: `NAME=value` as it stands, no quotes and no variables; `#`
 * begins a comment line; a `NAME` alone is taken from `env` if it is there. A text says what is wrong, and where.
 */
export function parseEnvFile(text: string, env: Readonly<Record<string, string | undefined>>): string[] | string {
  const variables: string[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const [name = ''] = line.split('=');
    if (name === '') return `Line ${index + 1} has no name before “=”.`;
    if (/\s/u.test(name)) return `Line ${index + 1}: a variable’s name has no spaces: “${name.slice(0, 40)}”.`;
    if (line.includes('=')) variables.push(line);
    else if (env[name] !== undefined) variables.push(`${name}=${env[name]}`);
  }
  return variables;
}
