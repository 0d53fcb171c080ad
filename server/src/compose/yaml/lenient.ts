/** Longer values are not looked for: what is not closed would be looked for through the whole file at every key. */
const reach = 5_000;

/**
 * The Go YAML library, which compose uses, takes no notice of indentation inside quotes and brackets; our parser wants
 * every line indented more than the key. Puts a value that begins at `start` and closes further on in one line, in a
 * text of the same length; `undefined` when it does not close.
 */
export function inOneLine(text: string, start: number): string | undefined {
  const end = closingOf(text, start);
  if (end === undefined || !text.slice(start, end).includes('\n')) return undefined;
  return text.slice(0, start) + flat(text.slice(start, end)) + text.slice(end);
}

/** The end of the quoted text or the brackets that open at `start`. */
function closingOf(text: string, start: number): number | undefined {
  const stop = Math.min(text.length, start + reach);
  let depth = 0;
  for (let at = start; at < stop; at += 1) {
    const char = text.charAt(at);
    if (char === '"' || (char === "'" && !/[\w)]/.test(text.charAt(at - 1)))) {
      const end = endOfQuote(text, at, stop);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === '#' && /\s/.test(text.charAt(at - 1))) at = endOfLine(text, at) - 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function endOfQuote(text: string, start: number, stop: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < stop; at += 1) {
    const char = text.charAt(at);
    if (quote === '"' && char === '\\') at += 1;
    else if (quote === "'" && char === "'" && text.charAt(at + 1) === "'") at += 1;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** Line breaks and, in brackets, comments become blanks. */
function flat(value: string): string {
  const quoted = value.startsWith('"') || value.startsWith("'");
  const bare = quoted ? value : value.replaceAll(/(?<=\s)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return bare.replaceAll(/[\r\n]/g, ' ');
}
