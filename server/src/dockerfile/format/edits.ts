/** A replacement in a text, by offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What makes one line another, in the smallest pieces: blanks that changed, and words that changed, each on its own, so
 * that a cursor between them stays where it is.
 */
export function lineEdits(start: number, before: string, after: string): OffsetEdit[] {
  if (before === after) return [];
  const [old, now] = [tokens(before), tokens(after)];
  if (old.length !== now.length) return [smallest({ start, end: start + before.length, text: after }, before)];
  let at = start;
  return old.flatMap((token, i) => {
    const from = at;
    at += token.length;
    const text = now[i] ?? '';
    return text === token ? [] : [smallest({ start: from, end: at, text }, token)];
  });
}

/** Blanks and words in turn, blanks first, maybe none of them. */
function tokens(line: string): string[] {
  return line.split(/([^ \t]+)/);
}

/** Leaves out what is the same at both ends. */
function smallest({ start, end, text }: OffsetEdit, before: string): OffsetEdit {
  let [head, tail] = [0, 0];
  const most = Math.min(before.length, text.length);
  while (head < most && before.charAt(head) === text.charAt(head)) head += 1;
  while (tail < most - head && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}
