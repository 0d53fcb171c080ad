import type { Endpoint } from '../engine.ts';
import { EngineError } from '../error.ts';

/** How Node dials an endpoint: the fields of `http.request`, all of them explicit, so that no environment leaks in. */
export interface Address {
  readonly secure: boolean;
  /** On another machine, as far as its address tells. */
  readonly remote: boolean;
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number;
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
  readonly rejectUnauthorized?: boolean;
}

/** Reads an endpoint's host: `unix://`, `npipe://`, `tcp://`, `http://`, `https://`. Throws `EngineError` of kind `context`. */
export function address(endpoint: Endpoint): Address {
  const { host, tls } = endpoint;
  if (host.startsWith('unix://')) return { secure: false, remote: false, socketPath: host.slice('unix://'.length) };
  if (host.startsWith('npipe://'))
    return { secure: false, remote: false, socketPath: host.slice('npipe://'.length).replaceAll('/', '\\') };
  if (host.startsWith('ssh://'))
    throw new EngineError(
      'unsupported',
      `Engines over SSH (${host}) are not supported yet. Open a tunnel (ssh -N -L /tmp/docker.sock:/var/run/docker.sock HOST) and use unix:///tmp/docker.sock, or open the host with Remote - SSH.`,
    );
  const url = parse(host);
  const secure = url.protocol === 'https:' || tls !== undefined;
  return {
    secure,
    remote: !/^(localhost|127\.|\[::1\])/.test(url.hostname),
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 2376 : 2375) : Number(url.port),
    ...(tls?.ca && { ca: Buffer.from(tls.ca) }),
    ...(tls?.cert && { cert: Buffer.from(tls.cert) }),
    ...(tls?.key && { key: Buffer.from(tls.key) }),
    ...(tls && { rejectUnauthorized: !tls.skipVerify }),
  };
}

function parse(host: string): URL {
  const malformed = (): EngineError =>
    new EngineError(
      'context',
      `"${host}" is not an engine's address. It must look like unix:///var/run/docker.sock, npipe:////./pipe/docker_engine or tcp://host:2376.`,
    );
  const known = /^(tcp|https?):\/\//.exec(host);
  if (!known) throw malformed();
  try {
    // "tcp" is not one of URL's special schemes, so its host would not be parsed as one.
    return new URL(known[1] === 'tcp' ? `http://${host.slice('tcp://'.length)}` : host);
  } catch {
    throw malformed();
  }
}
