import { changeTo, didYouMean, type Fault, type Part, type Piece, quoted } from './fault.ts';
import { closest } from '../../../lint/closest.ts';
import { address } from '../../project/read/address.ts';

const protocols = ['tcp', 'udp', 'sctp'];

/** `[[IP:]HOST:]CONTAINER[/PROTOCOL]`, both sides a port or a range, as compose reads it (go-connections/nat). */
export function* portFaults(text: string): Iterable<Fault> {
  const colon = text.lastIndexOf(':');
  const hostColon = colon < 1 ? -1 : text.lastIndexOf(':', colon - 1);
  const ip = text.slice(0, Math.max(hostColon, 0)).replace(/^\[(.*)\]$/, '$1');
  if (hostColon >= 0 && ip !== '' && !address(ip))
    yield { at: { from: 0, to: hostColon }, message: `${quoted(ip)} is not an IP address.` };
  const slash = text.indexOf('/', colon + 1);
  const to = slash < 0 ? text.length : slash;
  yield* protocolFaults(text, slash);
  const container = { from: colon + 1, to, text: text.slice(colon + 1, to) };
  if (container.text === '') {
    yield {
      ...(colon >= 0 && { at: { from: colon, to: colon + 1 } }),
      message: 'The port of the container is missing.',
    };
    return;
  }
  const inside = yield* rangeFaults(container);
  if (colon <= hostColon + 1) return;
  const host = { from: hostColon + 1, to: colon, text: text.slice(hostColon + 1, colon) };
  const outside = yield* rangeFaults(host);
  if (inside === undefined || outside === undefined || inside === 0 || inside === outside) return;
  yield {
    at: { from: host.from, to },
    message: `Both ranges must be equally long: one has ${outside + 1} ports and the other ${inside + 1}.`,
  };
}

function* protocolFaults(text: string, slash: number): Iterable<Fault> {
  const word = text.slice(slash + 1);
  if (slash < 0 || word === '' || protocols.includes(word.toLowerCase())) return;
  const meant = closest(word, protocols);
  yield {
    at: { from: slash + 1, to: text.length },
    message: `The protocol must be \`tcp\`, \`udp\` or \`sctp\`.${didYouMean(meant)}`,
    ...changeTo(meant),
  };
}

/** Answers how many ports there are beyond the first; `undefined` when it is no range. */
function* rangeFaults({ from, to, text }: Part): Generator<Fault, number | undefined> {
  const [, first = '', last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (first === '') {
    yield {
      at: { from, to },
      message: `${quoted(text)} is not a port: write a number such as 8080, or a range such as 8080-8090.`,
    };
    return undefined;
  }
  const ends: (Piece & { number: number })[] = [{ from, to: from + first.length, number: Number(first) }];
  if (last !== undefined) ends.push({ from: to - last.length, to, number: Number(last) });
  const high = ends.filter(({ number }) => number > 65_535);
  for (const at of high) yield { at: { from: at.from, to: at.to }, message: 'Ports end at 65535.' };
  const length = (ends.at(-1)?.number ?? 0) - (ends[0]?.number ?? 0);
  if (high.length > 0) return undefined;
  if (length >= 0) return length;
  yield { at: { from, to }, message: 'This range ends before it begins.' };
  return undefined;
}

/** `PORT[-PORT][/PROTOCOL]` without a host's part. */
export function* exposeFaults(text: string): Iterable<Fault> {
  if (text.includes(':'))
    yield {
      at: { from: 0, to: text.lastIndexOf(':') + 1 },
      message: '`expose` takes ports of the container only; `ports` publishes them to the host.',
    };
  else yield* portFaults(text);
}

/** `published` of the long form. */
export function* publishedFaults(text: string): Iterable<Fault> {
  if (text !== '') yield* rangeFaults({ from: 0, to: text.length, text });
}

/** `target` of the long form. */
export function* targetFaults(text: string): Iterable<Fault> {
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return;
  yield { message: '{} must be a port from 1 to 65535.' };
}
