import type { Style } from '../completion/format.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import type { Gap } from '../format/layout.ts';
import type { Scalar } from '../yaml/node.ts';
import { lineEndAt, lineStartAt } from '../yaml/lines.ts';

/** Another way to write something, by offsets. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly Gap[];
}

/** What a rewrite looks at. */
export interface Site {
  readonly document: ComposeDocument;
  readonly part: ComposePart;
  readonly style: Style;
}

/** The column of an offset. */
export function columnOf({ content }: ComposeDocument, offset: number): number {
  return offset - lineStartAt(content, offset);
}

/** Behind the colon of a key. */
export function colonAfter(key: Scalar, { document }: Pick<Site, 'document'>): number {
  return key.end + (/^[ \t]*:/.exec(document.content.slice(key.end, key.end + 100))?.[0].length ?? 0);
}

/** Lines below the one of an offset, behind its comment. */
export function below({ document, style }: Site, offset: number, lines: readonly string[]): Gap {
  const end = lineEndAt(document.content, offset);
  return { start: end, end, text: lines.map((line) => style.eol + line).join('') };
}

/** The comments in a stretch of several lines that goes away, to stand behind what takes its place. */
export function commentsIn({ content }: ComposeDocument, { start, end }: { start: number; end: number }): string {
  const lines = content.slice(start, end).split('\n').slice(0, -1);
  return lines
    .map((line) => {
      const unquoted = line.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (text) => 'x'.repeat(text.length));
      const at = unquoted.search(/(?:^|\s)#/);
      return at < 0 ? '' : ` ${line.slice(at).trim()}`;
    })
    .join('');
}
