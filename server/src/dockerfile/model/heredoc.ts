import type { LogicalLine } from './logicalLine.ts';

/** A here-document. Offsets are the document's. */
export interface Heredoc {
  readonly name: string;
  /** Variables in the body are replaced: the name is not quoted. */
  readonly expand: boolean;
  /** `<<EOF` itself. */
  readonly start: number;
  readonly end: number;
  readonly body: { readonly start: number; readonly end: number };
  /** The line that ends it was found. */
  readonly closed: boolean;
}

/**
 * Finds the here-documents that a logical line opens, with the bodies that follow it one after another.
 * @see https://docs.docker.com/reference/dockerfile/#here-documents
 */
export function readHeredocs(
  document: string,
  { line, end }: { readonly line: LogicalLine; readonly end: number },
): Heredoc[] {
  if (!line.text.includes('<<')) return [];
  const found: Heredoc[] = [];
  let at = nextLine(document, line.offsetAt(line.text.length));
  for (const match of line.text.matchAll(/(?<=^|\s)\d*<<(-?)("[^"<]+"|'[^'<]+'|[^\s<"'|&;()]+)/g)) {
    const [text, dash = '', quoted = ''] = match;
    const name = quoted.replaceAll(/["'\\]/g, '');
    const close = terminator(document, { name, dash: dash !== '', from: at, end });
    found.push({
      name,
      expand: name === quoted,
      start: line.offsetAt(match.index),
      end: line.offsetAt(match.index + text.length - 1) + 1,
      body: { start: at, end: close?.start ?? end },
      closed: close !== undefined,
    });
    at = close?.next ?? end;
  }
  return found;
}

function terminator(
  document: string,
  { name, dash, from, end }: { name: string; dash: boolean; from: number; end: number },
): { start: number; next: number } | undefined {
  for (let start = from; start < end; start = nextLine(document, start)) {
    const newline = document.indexOf('\n', start);
    const line = document.slice(start, newline < 0 ? document.length : newline).replace(/\r$/, '');
    if ((dash ? line.replace(/^\t+/, '') : line) === name) return { start, next: nextLine(document, start) };
  }
  return undefined;
}

function nextLine(document: string, at: number): number {
  const newline = document.indexOf('\n', at);
  return newline < 0 ? document.length : newline + 1;
}
