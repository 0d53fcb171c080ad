/** A run of whole lines, `[from, to)`, and where it belongs. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Of the first key in it, in spaces. */
  readonly indent: number;
  /** Set on the children of a key whose value is a block mapping; the span before them holds that key. */
  readonly child?: true;
}

/** One YAML document of the text. `spans` in order; the first ones may hold comments only. */
export interface DocumentSpan {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

interface Line {
  readonly from: number;
  /** After the line break. */
  readonly to: number;
  /** Spaces at the start; -1 for a line with nothing but white space or a comment. */
  readonly indent: number;
  /** Whether a key may begin here; a list item, a closing bracket or a tab go on with what stands before. */
  readonly key: boolean;
}

/** `key:` with at most an anchor, a tag and a comment after it. */
const header = /^[A-Za-z0-9_."'-]+[ \t]*:[ \t]*(?:[&!][^\s#]*[ \t]*)*(?:#.*)?$/;

/**
 * Cuts a text into its documents, and those into chunks that can be parsed by themselves: one for each key of the root
 * and one for each of its children. A chunk never cuts a value in two, as YAML has every line of a value indented more
 * than its key. Where it might, nothing is cut. Linear in the length of the text.
 */
export function split(text: string): DocumentSpan[] {
  const documents: DocumentSpan[] = [];
  let lines: Line[] = [];
  let content = false;
  let begin = text.startsWith('\uFEFF') ? 1 : 0;
  const close = (to: number): void => {
    if (content || documents.length === 0)
      documents.push({ from: begin, to, spans: spansOf(text, lines, { from: begin, to }) });
    lines = [];
    content = false;
  };
  for (let from = begin; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline + 1;
    const first = text.charCodeAt(from);
    if ((first === 45 || first === 46) && isMarker(text, from)) {
      if (content) close(from);
      lines = [];
      const rest = text.slice(from + 3, to);
      begin = /^\s*(#|$)/.test(rest) ? to : from + 3;
      // A document that begins on the line of its marker is read whole.
      if (begin !== to) lines.push({ from: begin, to, indent: -2, key: false });
      content = begin !== to;
    } else if (first === 37 && !content) {
      begin = to;
      lines = [];
    } else {
      const line = read(text, from, to);
      content ||= line.indent >= 0;
      lines.push(line);
    }
    from = to;
  }
  close(text.length);
  return documents;
}

function isMarker(text: string, from: number): boolean {
  const three = text.slice(from, from + 3);
  return (three === '---' || three === '...') && /^(\s|$)/.test(text.slice(from + 3, from + 4));
}

function read(text: string, from: number, to: number): Line {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  const indent = at - from;
  switch (at >= to ? '\n' : text.charAt(at)) {
    case '\r':
    case '\n':
    case '#':
      return { from, to, indent: -1, key: false };
    case '\t': {
      const blank = /^\s*(#|$)/.test(text.slice(at, to));
      return { from, to, indent: blank ? -1 : indent, key: false };
    }
    case ']':
    case '}':
    case ',':
      return { from, to, indent, key: false };
    case '-':
      return { from, to, indent, key: !/[\s]/.test(text.charAt(at + 1) || ' ') };
    default:
      return { from, to, indent, key: true };
  }
}

function spansOf(text: string, lines: readonly Line[], { from, to }: { from: number; to: number }): Span[] {
  const whole: Span[] = [{ from, to, indent: 0 }];
  const root = lines.find(({ indent }) => indent !== -1);
  if (!root?.key || !divisible(text, lines, root.indent)) return whole;
  const starts = lines.filter(({ key, indent }) => key && indent <= root.indent);
  const spans: Span[] = [];
  starts.forEach((line, index) => {
    const span = { from: index === 0 ? from : line.from, to: starts[index + 1]?.from ?? to, indent: line.indent };
    spans.push(...childSpans(text, lines, { span, key: line }));
  });
  return spans;
}

/**
 * The span of one key of the root, cut further when its value is a block mapping. `x-…` keys hold what is anchored and
 * used elsewhere; it stays in one piece.
 */
function childSpans(text: string, lines: readonly Line[], { span, key }: { span: Span; key: Line }): Span[] {
  if (text.startsWith('x-', key.from + key.indent)) return [span];
  if (!header.test(text.slice(key.from + key.indent, key.to).trimEnd())) return [span];
  const inside = linesWithin(lines, key.to, span.to);
  const first = inside.find(({ indent }) => indent !== -1);
  if (!first?.key || first.indent <= key.indent || !divisible(text, inside, first.indent)) return [span];
  const starts = inside.filter((line) => line.key && line.indent <= first.indent);
  return [
    { ...span, to: first.from },
    ...starts.map((line, index): Span => ({
      from: line.from,
      to: starts[index + 1]?.from ?? span.to,
      indent: line.indent,
      child: true,
    })),
  ];
}

function linesWithin(lines: readonly Line[], from: number, to: number): Line[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < lines.length && (lines[end]?.from ?? to) < to) end += 1;
  return lines.slice(low, end);
}

/**
 * Explicit keys (`? a`), properties on a line of their own and flow collections are not cut, nor what is no mapping but a
 * scalar over several lines.
 */
function divisible(text: string, lines: readonly Line[], column: number): boolean {
  let first = true;
  let colon = false;
  for (const line of lines) {
    if (line.indent === -2) return false;
    if (line.indent !== column || !line.key) continue;
    const start = line.from + line.indent;
    if (indivisible(text.slice(start, line.to), first)) return false;
    colon ||= /:\s/.test(text.slice(start, line.to)) || text.charAt(line.to - 1) === ':';
    first = false;
  }
  return colon;
}

function indivisible(line: string, first: boolean): boolean {
  switch (line.charAt(0)) {
    case '{':
    case '[':
      return true;
    case '?':
    case ':':
      return /^.(\s|$)/.test(line);
    case '&':
    case '!':
      return !line.includes(':');
    case '|':
    case '>':
    case '*':
      return first && !line.includes(':');
    case '"':
      return first && !/^"(?:[^"\\]|\\.)*"\s*:/.test(line);
    case "'":
      return first && !/^'(?:[^']|'')*'\s*:/.test(line);
    default:
      return false;
  }
}
