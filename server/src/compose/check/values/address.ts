import type { Fault } from './fault.ts';

/** Whether a text is an IPv4 or IPv6 address, without brackets and zone. */
export function isIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  return (
    /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) &&
    text.split('.').every((part) => part === String(Number(part)) && Number(part) < 256)
  );
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const v4 = isIpv4(last);
  if (v4) groups.pop();
  const count = groups.length + (v4 ? 2 : 0);
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

export function* addressFaults(text: string): Iterable<Fault> {
  if (!isIp(text)) yield { message: `\`${text}\` is not an IP address.` };
}

/** `10.0.0.0/24`. */
export function* cidrFaults(text: string): Iterable<Fault> {
  const [, address = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(text) ?? [];
  const limit = isIpv4(address) ? 32 : isIpv6(address) ? 128 : -1;
  if (bits === '' || Number(bits) > limit)
    yield { message: `\`${text}\` is not a range of addresses such as \`172.28.0.0/16\`.` };
}

export function* macFaults(text: string): Iterable<Fault> {
  if (!/^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(text))
    yield { message: `\`${text}\` is not a MAC address such as \`02:42:ac:11:00:02\`.` };
}

/** What a name stands for in `extra_hosts`. */
export function* hostAddressFaults(text: string): Iterable<Fault> {
  if (text !== 'host-gateway' && !isIp(text.replace(/^\[(.*)\]$/, '$1')))
    yield { message: `\`${text}\` is neither an IP address nor \`host-gateway\`.`, severity: 'warning' };
}

/** `name=address` or `name:address` (types/hostList.go). */
export function* hostFaults(text: string): Iterable<Fault> {
  const cut = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
  if (cut < 0) {
    yield { message: `An address is missing: write \`${text}=ADDRESS\`.` };
    return;
  }
  const name = text.slice(0, cut);
  if (name === '' || name.includes(':'))
    yield {
      at: { from: 0, to: Math.max(cut, 1) },
      message: name === '' ? 'A host name is missing.' : `\`${name}\` is not a host name.`,
    };
  let from = cut + 1;
  for (const address of text.slice(cut + 1).split(',')) {
    for (const fault of hostAddressFaults(address))
      yield { ...fault, at: { from: address === '' ? cut : from, to: from + address.length } };
    from += address.length + 1;
  }
}
