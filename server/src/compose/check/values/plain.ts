import { plainText } from '../../completion/format.ts';
import type { ScalarShape } from '../../schema/shape.ts';
import type { Scalar } from '../../yaml/node.ts';
import { type Fault, quoted } from './fault.ts';

/** A number that only the engine looks at. */
export function* rangeFaults(text: string, [least, most]: readonly [number, number]): Iterable<Fault> {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value) || value < least || value > most)
    yield { message: `{} must be a number from ${least} to ${most}.` };
}

/** A path that is the same on every machine. */
export function* relativeFaults(text: string): Iterable<Fault> {
  if (/^(?:\/|~|[a-z]:[\\/])/i.test(text))
    yield { message: 'An absolute path makes the file work on this machine only: write it relative to this file.' };
}

/** Values that other readers of YAML, and people, take for something else. */
export function* quotingAdvice(node: Scalar, { cast, kind }: ScalarShape): Iterable<Fault> {
  const { text, style, type } = node;
  if (cast === 'boolean' && type === 'string' && !/^(?:true|false)$/i.test(text)) {
    const value = String(/^(?:y|yes|on)$/i.test(text));
    yield {
      message: `${quoted(text)} is only text in YAML 1.2: write \`${value}\`.`,
      fix: { title: `Change to ${value}`, text: value, raw: true, safe: true },
    };
  }
  if (kind === 'volume' && (style === 'single' || style === 'double') && plainText(text) === text)
    yield {
      rule: 'unquoted-volumes',
      message: 'This volume needs no quotes.',
      fix: { title: 'Remove the quotes', text, raw: true, safe: true },
    };
  if (kind === 'port' && style === 'plain' && /^\d+(?::[0-5]?\d)+$/.test(text))
    yield {
      rule: 'quote-ports',
      message: `Readers of YAML 1.1 take ${quoted(text)} for a number with base 60: put it in quotes.`,
      fix: { title: 'Put it in quotes', text: `"${text}"`, raw: true, safe: true },
    };
}
