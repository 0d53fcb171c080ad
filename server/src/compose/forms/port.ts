/** The parts of a short port, as written: `127.0.0.1:8080:80/udp`. Variables stay what they are. */
export interface ShortPort {
  readonly hostIp?: string;
  readonly published?: string;
  readonly target: string;
  readonly protocol?: string;
}

/**
 * Takes a short port apart; `undefined` for what is none. Numbers may be ranges.
 * @see https://docs.docker.com/reference/compose-file/services/#ports
 */
export function readPort(text: string): ShortPort | undefined {
  const [, address = '', protocol] = /^(.*?)(?:\/(\w+))?$/s.exec(text) ?? [];
  const parts = splitColons(address);
  const [target = '', published, ...ip] = parts.reverse();
  if (target === '' || ip.length > 1) return undefined;
  if (![target, published ?? ''].every((part) => /^\s*(?:[\d-]*|.*\$.*)\s*$/.test(part))) return undefined;
  const [hostIp] = ip;
  return {
    ...(hostIp !== undefined && { hostIp: hostIp.replace(/^\[(.*)\]$/, '$1') }),
    ...(published !== undefined && published !== '' && { published }),
    target,
    ...(protocol !== undefined && { protocol }),
  };
}

/** At the colons that are neither in a variable's braces nor in the brackets of an IPv6 address. */
export function splitColons(text: string): string[] {
  return text.split(/:(?![^{]*\})(?![^[]*\])/);
}
