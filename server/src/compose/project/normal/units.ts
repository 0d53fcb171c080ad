import { bytes } from '../read/bytes.ts';

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 24 * 3600e9,
  w: 7 * 24 * 3600e9,
};

/** A duration as Go writes it: `90s` is `1m30s`, `0.5s` is `500ms`; a text that is none stays. */
export function duration(text: string): string {
  const [, sign = '', rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  const pieces = [...rest.matchAll(/(\d+\.?\d*|\.\d+)([a-zµμ]+)/g)];
  if (rest === '0') return '0s';
  if (pieces.length === 0 || pieces.map(([piece]) => piece).join('') !== rest) return text;
  const total = pieces.reduce((sum, [, number, unit = '']) => sum + Number(number) * (nanoseconds[unit] ?? 0), 0);
  if (total === 0) return '0s';
  return `${sign === '-' ? '-' : ''}${total < 1e9 ? small(total) : large(total)}`;
}

function small(total: number): string {
  const unit = total < 1e3 ? 'ns' : total < 1e6 ? 'µs' : 'ms';
  return `${total / (nanoseconds[unit] ?? 1)}${unit}`;
}

function large(total: number): string {
  const hours = Math.floor(total / 3600e9);
  const minutes = Math.floor((total % 3600e9) / 60e9);
  const seconds = (total % 60e9) / 1e9;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${Number(seconds.toFixed(9))}s`;
}

/** A size as a whole number of bytes, in a text; a text that is none stays. */
export function size(text: string): string {
  return String(bytes(text) ?? text);
}

/** The words of a command line, as compose divides it without a shell (go-shellwords): up to what a shell would do next. */
export function words(text: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") word = (word ?? '') + text.charAt((at += 1));
    else if (quote !== '') {
      if (char === quote) quote = '';
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else if (/[;&|<>]/.test(char)) break;
    else word = (word ?? '') + char;
  }
  if (word !== undefined) found.push(word);
  return found;
}
