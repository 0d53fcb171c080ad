import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';

/** Stages, instructions over several lines, here-documents, blocks of comments, and what stands between `#region` and `#endregion`. */
export function provideFolding(document: DockerfileDocument): FoldingRange[] {
  const folds = [...stages(document), ...instructions(document), ...comments(document)];
  const seen = new Set<number>();
  // A line folds one thing: the largest stands first.
  return folds.filter(({ startLine, endLine }) => startLine < endLine && !seen.has(startLine) && seen.add(startLine));
}

/** Up to the last instruction: comments above the next `FROM` belong to that. */
function stages({ stages: all }: DockerfileDocument): FoldingRange[] {
  return all.flatMap(({ from, steps }) =>
    from ? [{ startLine: from.startLine, endLine: steps.at(-1)?.endLine ?? from.endLine }] : [],
  );
}

function instructions({ parsed, text }: DockerfileDocument): FoldingRange[] {
  return parsed.instructions.flatMap(({ startLine, endLine, heredocs }) => {
    if (startLine === endLine) return [];
    // The first here-document folds into the line that opens it, the others into the line that ends the one before.
    const bodies = heredocs.map(({ body, closed }): FoldingRange => ({
      startLine: text.positionAt(body.start).line - 1,
      endLine: closed ? text.positionAt(body.end).line : endLine,
    }));
    return [{ startLine, endLine }, ...bodies];
  });
}

function comments({ parsed }: DockerfileDocument): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const regions: number[] = [];
  let [first, last] = [-2, -2];
  const close = (): void => {
    if (last > first) folds.push({ startLine: first, endLine: last, kind: FoldingRangeKind.Comment });
  };
  for (const { line, text } of parsed.comments) {
    const marker = /^(end)?region\b/i.exec(text);
    if (marker !== null) {
      close();
      [first, last] = [-2, -2];
      const start = marker[1] === undefined ? undefined : regions.pop();
      if (marker[1] === undefined) regions.push(line);
      else if (start !== undefined) folds.push({ startLine: start, endLine: line, kind: FoldingRangeKind.Region });
      continue;
    }
    if (line !== last + 1) {
      close();
      first = line;
    }
    last = line;
  }
  close();
  return folds;
}
