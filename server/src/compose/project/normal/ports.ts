import type { Piece } from '../model.ts';
import { ports } from '../read/ports.ts';
import type { Service } from '../service.ts';
import type { Plain } from './plain.ts';
import { plainOf } from './plain.ts';

/** The ports of a service, one by one: ranges are written out, and what stands twice stands once. */
export function portsOf(service: Pick<Service, 'value'>): Plain[] {
  const all = new Map<string, Plain>();
  for (const port of ports(service)) {
    const long = port.form === 'long' && port.item.kind === 'mapping' ? plainOf(port.item) : {};
    for (const { target, published } of pairsOf(port.target, port.published)) {
      const entry = {
        mode: 'ingress',
        ...(port.hostIp && { host_ip: port.hostIp.text }),
        target,
        ...(published !== undefined && { published }),
        protocol: port.protocol?.text.toLowerCase() ?? 'tcp',
      };
      const whole: Plain = { ...entry, ...(long as object), target, ...(published !== undefined && { published }) };
      const { host_ip: ip = '0.0.0.0', protocol } = whole as Record<string, string>;
      all.set(`${ip}:${published ?? ''}:${target}/${protocol}`, whole);
    }
  }
  return [...all.values()];
}

function* pairsOf(
  target: Piece | undefined,
  published: Piece | undefined,
): Iterable<{ readonly target: number | string; readonly published?: string }> {
  const [inside, outside] = [rangeOf(target?.text), rangeOf(published?.text)];
  if (!inside || (published && !outside)) {
    yield { target: target?.text ?? '', ...(published && { published: published.text }) };
    return;
  }
  const count = inside.to - inside.from;
  // One port of the container takes any free one of the host's range.
  if (outside && count === 0 && outside.to > outside.from) {
    yield { target: inside.from, published: published?.text ?? '' };
    return;
  }
  for (let offset = 0; offset <= Math.min(count, 65_535); offset += 1)
    yield { target: inside.from + offset, ...(outside && { published: String(outside.from + offset) }) };
}

function rangeOf(text: string | undefined): { readonly from: number; readonly to: number } | undefined {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text ?? '') ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}
