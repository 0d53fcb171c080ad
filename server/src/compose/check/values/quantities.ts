import type { Scalar } from '../../yaml/node.ts';
import { type Fault, quoted } from './fault.ts';

const units = /^(?:ns|us|µs|μs|ms|s|m|h|d|w)$/;

/** `1h30m`, as compose reads it: Go's units, days and weeks (go-str2duration). */
export function* durationFaults(text: string): Iterable<Fault> {
  const sign = /^[-+]/.exec(text)?.[0].length ?? 0;
  if (text.slice(sign) === '0') return;
  if (/^\d{1,9}$/.test(text)) {
    yield {
      message: `${quoted(text)} needs a unit: \`${text}s\`, for example.`,
      fix: { title: `Change to ${text}s`, text: `${text}s` },
    };
    return;
  }
  const pieces = [...text.slice(sign).matchAll(/(\d+\.?\d*|\.\d+)([^\d.\s]*)/g)];
  const read = pieces.reduce((sum, [piece]) => sum + piece.length, sign);
  if (pieces.length === 0 || read !== text.length) {
    yield { message: `${quoted(text)} is not a duration such as \`30s\` or \`1m30s\`.` };
    return;
  }
  for (const { 0: piece, 2: unit = '', index } of pieces) {
    if (units.test(unit)) continue;
    const end = sign + index + piece.length;
    const meant = unitNames.find(([word]) => word.test(unit))?.[1];
    yield {
      at: { from: unit === '' ? end - piece.length : end - unit.length, to: end },
      message: `Durations have the units \`us\`, \`ms\`, \`s\`, \`m\`, \`h\`, \`d\` and \`w\`${unit === '' ? '.' : `, not \`${unit}\`.`}`,
      ...(meant !== undefined && { fix: { title: `Change to ${meant}`, text: meant } }),
    };
  }
}

const unitNames: readonly (readonly [RegExp, string])[] = [
  [/^s(?:ec(?:ond)?s?)?$/i, 's'],
  [/^m(?:in(?:ute)?s?)?$/i, 'm'],
  [/^h(?:(?:ou)?rs?)?$/i, 'h'],
  [/^d(?:ays?)?$/i, 'd'],
  [/^w(?:eeks?)?$/i, 'w'],
];

/** `512m`, `1.5 GiB` (go-units); only whole numbers may be negative. */
export function* sizeFaults(text: string): Iterable<Fault> {
  if (/^-?\d+$/.test(text) || /^(?:\d+(?:\.\d*)?|\.\d+) ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text)) return;
  yield { message: `${quoted(text)} is not a size such as \`512m\`, \`1.5g\` or \`2GiB\`.` };
}

export function* cpusFaults(text: string): Iterable<Fault> {
  if (text.trim() !== text || text === '' || Number.isNaN(Number(text)))
    yield { message: `${quoted(text)} is not a number of CPUs such as \`0.5\`.` };
}

export function* countFaults(text: string): Iterable<Fault> {
  if (text !== 'all' && !/^[-+]?\d+$/.test(text)) yield { message: '{} must be a number or `all`.' };
}

/** Octal in a text; a number is what YAML makes of it: `0440` is octal and `440` is not. */
export function* fileModeFaults(text: string, { style, type }: Scalar): Iterable<Fault> {
  if (type === 'string') {
    if (!/^[0-7]+$/.test(text)) yield { message: `${quoted(text)} is not a file mode such as \`0440\`.` };
  } else if (style === 'plain' && /^[1-7][0-7]{2,3}$/.test(text))
    yield {
      severity: 'warning',
      message: `YAML reads ${quoted(text)} as a decimal number, which is the mode \`0${Number(text).toString(8)}\`. Write \`0${text}\`.`,
      fix: { title: `Change to 0${text}`, text: `0${text}` },
    };
}
