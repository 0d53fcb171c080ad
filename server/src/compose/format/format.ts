import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { nodesOf } from '../yaml/find.ts';
import { commentIndents } from './comments.ts';
import { type Gap, Layout } from './layout.ts';
import { isBlockText, Lines } from './lines.ts';
import { ordered } from './order.ts';

export interface ComposeStyle {
  /** Absent: as the file does it. */
  readonly editor?: FormattingOptions;
  /** Sort the keys of services and of the file. */
  readonly order: boolean;
}

/**
 * Formats a compose file: indentation by level, one blank after `:` and `-`, no blanks at the ends of lines, one line break
 * at the end. Comments, blank lines, quotes, block texts and what is in brackets stay; what the file says too, and doing it
 * twice does nothing more. A file that cannot be read is left alone. With `range`, only lines of it change.
 */
export function formatCompose(document: ComposeDocument, style: ComposeStyle, range?: Range): TextEdit[] {
  if (document.tree.errors.length > 0 || /^ *\t|\r(?!\n)/m.test(document.content)) return [];
  const lines = new Lines(document);
  if (lines.lenient || document.parts.some(({ root }) => root?.kind === 'scalar')) return [];
  const wanted = (line: number): boolean => range === undefined || touches(range, line);
  const layout = new Layout(document, lines, { ...levels(document, lines, style), wanted });
  const end = [...atEnd(document, lines, style)].filter(({ start }) => wanted(lines.at(start)));
  const rest = [...layout.gaps, ...indents(lines, layout, wanted)].filter(
    ({ start }) => start < (end[0]?.start ?? Infinity),
  );
  const edits = [...rest, ...end].sort((a, b) => a.start - b.start);
  return (style.order && range === undefined ? ordered(document, edits) : edits).map(({ start, end, text }) => ({
    range: document.range({ start, end }),
    newText: text,
  }));
}

/** The indentation that most of the file has, unless the editor says another, and where most lists stand. */
function levels(
  { parts }: ComposeDocument,
  lines: Lines,
  { editor }: ComposeStyle,
): { readonly step: number; readonly dash: number } {
  const steps = new Map<number, number>();
  let balance = 0;
  for (const node of parts.flatMap(({ root }) => [...nodesOf(root)])) {
    if (node.parent?.kind !== 'entry' || (node.kind !== 'mapping' && node.kind !== 'sequence') || node.flow) continue;
    const by = lines.prefix(node.start).length - lines.prefix(node.parent.key.start).length;
    if (node.kind === 'sequence') balance += by > 0 ? 1 : -1;
    else if (by > 0) steps.set(by, (steps.get(by) ?? 0) + 1);
  }
  const [[most] = [2]] = [...steps].sort(([, a], [, b]) => b - a);
  const step = editor?.insertSpaces === true ? editor.tabSize : most;
  return { step, dash: balance < 0 ? 0 : step };
}

/** The blanks at the beginnings of lines, and at the ends of those where they mean nothing. */
function* indents(lines: Lines, layout: Layout, wanted: (line: number) => boolean): Iterable<Gap> {
  const comments = commentIndents(lines, layout);
  let by = 0;
  for (const [number, { start, text, indent, kind }] of lines.all.entries()) {
    const placed = layout.indents.get(number) ?? comments.get(number);
    // A line that nothing is known of moves with the one before it: a tag on its own, an explicit key.
    const now = placed ?? (kind === 'content' && !/^(---|\.\.\.|%)/.test(text) ? indent + by : indent);
    if (kind === 'content') by = now - indent;
    if (!wanted(number)) continue;
    if (kind === 'blank' || (kind === 'block' && text.trim() === '' && placed === undefined)) {
      if (text !== '') yield { start, end: start + text.length, text: '' };
      continue;
    }
    if (now !== indent) yield { start, end: start + indent, text: ' '.repeat(Math.max(now, 0)) };
    const last = lines.all[number + 1]?.kind !== 'inside' && lines.all[number]?.kind !== 'block';
    const blanks = last ? blanksAtEnd(text) : 0;
    if (blanks > 0) yield { start: start + text.length - blanks, end: start + text.length, text: '' };
  }
}

/** One line break after the last line; editors have settings of their own for that. */
function* atEnd({ content, parts }: ComposeDocument, { all }: Lines, { editor }: ComposeStyle): Iterable<Gap> {
  const last = all.findLastIndex(({ text }) => text.trim() !== '');
  const line = all[last];
  if (!line) return;
  // The line breaks after a block text may be part of it.
  const root = parts.at(-1)?.root;
  const leaf = root && [...nodesOf(root)].at(-1);
  if (leaf && isBlockText(leaf) && line.kind !== 'comment') return;
  const surplus = all[last + 1];
  if (!surplus) {
    const text = content.includes('\r\n') ? '\r\n' : '\n';
    if (editor?.insertFinalNewline !== false) yield { start: content.length, end: content.length, text };
  } else if (editor?.trimFinalNewlines !== false && surplus.start < content.length)
    yield { start: surplus.start, end: content.length, text: '' };
}

/** A range that ends where a line begins does not touch it. */
function touches({ start, end }: Range, line: number): boolean {
  return (
    line >= start.line && (line < end.line || (line === end.line && (end.character > 0 || start.line === end.line)))
  );
}

/** Counted from the end: an expression would begin anew at each blank of a long line. */
function blanksAtEnd(text: string): number {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.length - end;
}
