import { lineStartAt } from '../yaml/lines.ts';

/** A character that no file has: where it turns up in the tree, there the cursor is. */
export const mark = '\uE000';

/** A text with the mark and what makes it readable put in, and the way back to the offsets of the text as it is. */
export interface Probe {
  readonly text: string;
  /** Where the mark is. */
  readonly at: number;
  /** A `- ` was put before the word. */
  readonly dash: boolean;
  /** A `:` was put after the word. */
  readonly colon: boolean;
  /** The offset in the text as it is. */
  original(offset: number): number;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** How the mark may be written so that it reads as what a person would write there, the likeliest first. */
export function* probes(text: string, offset: number): Iterable<Probe> {
  const lineStart = lineStartAt(text, offset);
  const before = text.slice(lineStart, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  const [, word] = /^\s*(?:-\s+)*([\w.-]*)$/.exec(before) ?? [];
  const readable = withoutTabs(text, lineStart);
  const cursor = { at: offset, text: mark };
  if (word !== undefined && word !== '-' && /^\s*(?:#.*)?$/.test(after.slice(rest.length))) {
    const dash = { at: offset - word.length, text: '- ' };
    if (!before.includes('- ') && besideItems(text, lineStart)) yield probe(readable, [dash, cursor]);
    yield probe(readable, [cursor, { at: offset + rest.length, text: ':' }]);
  }
  yield probe(readable, [cursor]);
}

function probe(text: string, insertions: readonly Insertion[]): Probe {
  let marked = '';
  let from = 0;
  for (const { at, text: inserted } of insertions) {
    marked += text.slice(from, at) + inserted;
    from = at;
  }
  marked += text.slice(from);
  return {
    text: marked,
    at: marked.indexOf(mark),
    dash: insertions[0]?.text === '- ',
    colon: insertions.at(-1)?.text === ':',
    original(offset) {
      let length = 0;
      for (const { at, text: inserted } of insertions) {
        if (offset <= at + length) break;
        length += Math.min(inserted.length, offset - at - length);
      }
      return offset - length;
    },
  };
}

/** A line that is indented with a tab cannot be read, and often what follows neither: it counts as a comment here. */
function withoutTabs(text: string, lineStart: number): string {
  if (!text.includes('\t')) return text;
  return text.replaceAll(/^( *)\t(?=[ \t]*\S)/gm, (found, spaces: string, at: number) =>
    at === lineStart ? found : `${spaces}#`,
  );
}

/** Whether the line above, but for blank ones and comments, is an item of a list in the same column. */
function besideItems(text: string, lineStart: number): boolean {
  const column = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  for (let end = lineStart - 1; end >= 0;) {
    const start = lineStartAt(text, end);
    const line = text.slice(start, end);
    end = start - 1;
    if (/^\s*(#|$)/.test(line)) continue;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (indent > column) continue;
    return indent === column && /^ *- /.test(line);
  }
  return false;
}
