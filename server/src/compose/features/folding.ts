import type { FoldingRange } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { nodesOf } from '../yaml/find.ts';

/** Keys and items with what is under them, texts over several lines, and runs of comment lines. */
export function provideFolding(document: ComposeDocument): FoldingRange[] {
  const { text } = document;
  const folds = new Map<number, FoldingRange>();
  const fold = (start: number, end: number): void => {
    const startLine = text.positionAt(start).line;
    const endLine = text.positionAt(end).line;
    if (endLine > startLine && endLine > (folds.get(startLine)?.endLine ?? 0))
      folds.set(startLine, { startLine, endLine });
  };
  for (const { root } of document.parts) {
    for (const node of nodesOf(root)) {
      const { parent } = node;
      if (parent?.kind === 'entry') fold(parent.key.start, node.end);
      else if (parent?.kind === 'sequence') fold(node.start, node.end);
      else if (node.kind !== 'mapping' || node.flow) fold(node.start, node.end);
    }
  }
  for (const comment of commentRuns(document)) if (!folds.has(comment.startLine)) folds.set(comment.startLine, comment);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function* commentRuns({ content }: ComposeDocument): Iterable<FoldingRange> {
  const lines = content.split('\n');
  for (let line = 0; line < lines.length; line += 1) {
    const startLine = line;
    while (/^\s*#/.test(lines[line] ?? '')) line += 1;
    if (line - startLine > 1) yield { startLine, endLine: line - 1, kind: 'comment' };
  }
}
