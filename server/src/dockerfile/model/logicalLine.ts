/** A text that was put together from parts of a document: each of its characters knows where it came from. */
export interface LogicalLine {
  readonly text: string;
  /** The document offset of a character; of the end, one past the last character's. */
  offsetAt(index: number): number;
}

/**
 * Joins an instruction's physical lines as BuildKit does: an escape character at the end of a line, with blanks after it
 * or not, takes the next line in; comment lines and empty lines between them do not count. Stops where the line ends,
 * so heredoc bodies are not in it.
 */
export function joinLines(
  document: string,
  { start, end, escape }: { readonly start: number; readonly end: number; readonly escape: string },
): LogicalLine {
  let text = '';
  const offsets: number[] = [];
  for (let at = start, first = true; at < end; first = false) {
    const newline = document.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    const line = document.slice(at, lineEnd).replace(/\r$/, '');
    const next = lineEnd + 1;
    if (!first && isSkipped(line)) {
      at = next;
      continue;
    }
    const body = continued(line, escape);
    const kept = body ?? line;
    for (let i = 0; i < kept.length; i += 1) offsets.push(at + i);
    text += kept;
    if (body === undefined) break;
    at = next;
  }
  const last = offsets.at(-1);
  return { text, offsetAt: (index) => offsets[index] ?? (last === undefined ? start : last + 1) };
}

/** Whether a line inside a continued instruction does not count: it is empty or a comment. */
export function isSkipped(line: string): boolean {
  return /^[ \t]*(#.*)?\r?$/.test(line);
}

/** The line without its escape character, `undefined` when the instruction ends here. */
function continued(line: string, escape: string): string | undefined {
  const trimmed = line.trimEnd();
  return trimmed.endsWith(escape) ? trimmed.slice(0, -1) : undefined;
}
