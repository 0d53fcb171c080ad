import type { FoldingRange } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { nodesOf } from '../yaml/find.ts';

/** Keys and items with what is under them, texts over several lines, runs of comment lines, and regions. */
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

/** Runs of comment lines, and what stands between `# region` and `# endregion`. */
function* commentRuns({ content }: ComposeDocument): Iterable<FoldingRange> {
  const regions: number[] = [];
  let first: number | undefined;
  for (const [line, text] of [...content.split('\n'), ''].entries()) {
    const [, marker] = /^\s*#\s*((?:end)?region)\b/i.exec(text) ?? [];
    const comment = marker === undefined && /^\s*#/.test(text);
    if (!comment && first !== undefined) {
      if (line - first > 1) yield { startLine: first, endLine: line - 1, kind: 'comment' };
      first = undefined;
    }
    if (comment) first ??= line;
    else if (marker?.toLowerCase() === 'region') regions.push(line);
    else if (marker !== undefined) {
      const startLine = regions.pop();
      if (startLine !== undefined) yield { startLine, endLine: line, kind: 'region' };
    }
  }
}
