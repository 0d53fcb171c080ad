import type { Step } from '../model/step.ts';
import { hasVariable, mistyped, strayComment, type Mistake, type Span } from './mistake.ts';

const protocols = ['tcp', 'udp', 'sctp'];

/** `EXPOSE 80`, `8000-8010/udp`. Numbers that are too large and ports of the host are the business of rules. */
export function* checkExpose(step: Step): Iterable<Mistake> {
  for (const word of step.words) {
    if (word.text.startsWith('#')) {
      yield strayComment({ start: word.start, end: step.argument.end });
      return;
    }
    if (hasVariable(word.text) || /["'\\]/.test(word.text)) continue;
    const [mapped = '', protocol] = word.text.split(/\/(.*)/s);
    const port = mapped.slice(mapped.lastIndexOf(':') + 1);
    const from = mapped.length - port.length;
    const [first = '', last = first, ...more] = port.split('-');
    if (!/^\d+$/.test(first) || !/^\d+$/.test(last) || more.length > 0)
      yield {
        id: 'invalid-port',
        at: step.within(word, from, port.length),
        message: `${port === '' ? 'This' : port} is not a port. EXPOSE takes numbers and ranges: 80, 8000-8010/udp.`,
      };
    else if (Number(last) < Number(first))
      yield {
        id: 'invalid-port',
        at: step.within(word, from, port.length),
        message: 'The range ends before it begins.',
      };
    if (protocol !== undefined && protocol !== '' && !protocols.includes(protocol.toLowerCase()))
      yield unknownProtocol(step.within(word, mapped.length + 1, protocol.length), protocol);
  }
}

function unknownProtocol(at: Span, written: string): Mistake {
  return mistyped(
    { id: 'invalid-protocol', at, message: 'The protocol of a port is tcp, udp or sctp.' },
    { written, candidates: protocols },
  );
}
