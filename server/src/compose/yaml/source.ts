import type { Scalar } from './node.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the pieces of a scalar's text stand in the file: offsets in the decoded text become offsets from the start of the
 * scalar's place. Sees through quotes, escapes, folded lines and the indentation of block scalars.
 */
export function sourceMap(scalar: Scalar): (span: Span) => Span {
  const base = scalar.start - scalar.place.start;
  const { style, text } = scalar;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const block = style === 'literal' || style === 'folded';
  // Nearly all are written as they read.
  if (!block && scalar.end - scalar.start === text.length + 2 * quote)
    return ({ from, to }) => ({ from: base + quote + from, to: base + quote + to });
  const map = align(scalar, base);
  if (!map) return () => ({ from: base, to: base + scalar.end - scalar.start });
  return ({ from, to }) => {
    const start = map.starts[from] ?? map.end;
    return { from: start, to: Math.max(start, to > from ? (map.ends[to - 1] ?? map.end) : start) };
  };
}

interface Alignment {
  /** By decoded character: where it begins and ends in the source. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly end: number;
}

/** Goes through text and source side by side; blanks are matched loosely, since folding adds and drops them. */
function align({ style, text, place, end }: Scalar, base: number): Alignment | undefined {
  const source = place.text.slice(0, end - place.start);
  const block = style === 'literal' || style === 'folded';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = block ? source.indexOf('\n', base) + 1 : style === 'plain' ? base : base + 1;
  const blank = /\s/;
  const skip = style === 'double' ? /(?:\s|\\[ntrv_NLP \t\n\r])*/y : /\s*/y;
  const put = (length: number): void => {
    starts.push(at);
    at += length;
    ends.push(at);
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (blank.test(char)) {
      put(source.charAt(at) === char ? 1 : style === 'double' && blankEscape.test(source.slice(at, at + 2)) ? 2 : 0);
      continue;
    }
    skip.lastIndex = at;
    at += skip.exec(source)?.[0].length ?? 0;
    if (style === 'double' && source.charAt(at) === '\\') {
      const length = escapeLengths[source.charAt(at + 1)] ?? 2;
      put(length);
      // One escape can stand for a pair of code units.
      if (length === 10 && (text.codePointAt(index) ?? 0) > 0xffff) {
        index += 1;
        starts.push(at - length);
        ends.push(at);
      }
    } else if (source.charAt(at) === char) put(style === 'single' && char === "'" ? 2 : 1);
    else return undefined;
  }
  return { starts, ends, end: at };
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Escapes that stand for blanks, and a backslash before a line break. */
const blankEscape = /^\\[ntrv_NLP \t\n\r]/;
