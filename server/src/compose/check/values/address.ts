import { address } from '../../project/read/address.ts';
import { type Fault, quoted } from './fault.ts';

export function* addressFaults(text: string): Iterable<Fault> {
  if (!address(text)) yield { message: `${quoted(text)} is not an IP address.` };
}

/** `10.0.0.0/24`. */
export function* cidrFaults(text: string): Iterable<Fault> {
  const [, base = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(text) ?? [];
  const version = address(base)?.version;
  if (version === undefined || Number(bits) > (version === 4 ? 32 : 128))
    yield { message: `${quoted(text)} is not a range of addresses such as \`172.28.0.0/16\`.` };
}

export function* macFaults(text: string): Iterable<Fault> {
  if (!/^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(text))
    yield { message: `${quoted(text)} is not a MAC address such as \`02:42:ac:11:00:02\`.` };
}

/** What a name stands for in `extra_hosts`. */
export function* hostAddressFaults(text: string): Iterable<Fault> {
  if (text !== 'host-gateway' && !address(text.replace(/^\[(.*)\]$/, '$1')))
    yield { message: `${quoted(text)} is neither an IP address nor \`host-gateway\`.`, severity: 'warning' };
}

/** `name=address` or `name:address` (types/hostList.go). */
export function* hostFaults(text: string): Iterable<Fault> {
  const cut = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
  if (cut < 0) {
    yield { message: `An address is missing: write \`${text}=ADDRESS\`.` };
    return;
  }
  const name = text.slice(0, cut);
  if (name === '' || name.includes(':')) {
    const message = name === '' ? 'A host name is missing.' : `${quoted(name)} is not a host name.`;
    yield { at: { from: 0, to: Math.max(cut, 1) }, message };
    return;
  }
  let from = cut + 1;
  for (const each of text.slice(cut + 1).split(',')) {
    for (const fault of hostAddressFaults(each))
      yield { ...fault, at: { from: each === '' ? cut : from, to: from + each.length } };
    from += each.length + 1;
  }
}
