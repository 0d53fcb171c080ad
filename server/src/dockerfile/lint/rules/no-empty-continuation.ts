import type { Rule } from '../../../lint/rule.ts';
import type { Step } from '../../model/step.ts';
import { continued } from '../../model/logicalLine.ts';
import type { DockerfileFile } from '../file.ts';
import { wholeLines } from '../wholeLines.ts';

export const noEmptyContinuation: Rule<DockerfileFile> = {
  id: 'no-empty-continuation',
  summary: 'Leave no empty lines inside an instruction',
  rationale: `After a line that ends in \`\\\`, an empty line does not end the instruction: the next line still belongs to it.
That is easily misread, and will be an error in a later version of the Dockerfile syntax. A comment line (\`#\`) may
stand there.

Reported, as BuildKit does it, where the instruction ends; the empty lines are named beside it.`,
  severity: 'warning',
  codes: ['NoEmptyContinuation'],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20\nRUN make \\\n\n    install\n'],
    good: ['FROM alpine:3.20\nRUN make \\\n    # and\n    install\n', 'FROM alpine:3.20\nCOPY <<EOF /a\n\nEOF\n'],
  },
  *check(file) {
    for (const step of file.steps()) {
      const empty = emptyLines(file, step);
      if (empty.length === 0) continue;
      const end = step.endLine;
      const text = lineAt(file, end);
      const character = Math.max(text.search(/\S/), 0);
      yield {
        range: { start: { line: end, character }, end: { line: end, character: text.trimEnd().length } },
        message: `The instruction goes on after ${empty.length === 1 ? 'an empty line' : 'empty lines'}, which will be an error. Delete ${empty.length === 1 ? 'it' : 'them'}.`,
        subject: file.range(step.keyword),
        related: empty.map((line) => ({
          range: { start: { line, character: 0 }, end: { line, character: lineAt(file, line).length } },
          message: 'An empty line inside the instruction',
        })),
        fix: {
          title: empty.length === 1 ? 'Delete the empty line' : 'Delete the empty lines',
          edits: runs(empty).map(([from, to]) => ({ range: wholeLines(file, from, to), newText: '' })),
          safe: true,
        },
      };
    }
  },
};

/** The empty lines between those of an instruction, also after its last one when that still goes on. */
function emptyLines(file: DockerfileFile, step: Step): number[] {
  const { text } = file.document;
  // On one line, and not continued: so it is with most of them.
  const last = file.source.text.charAt(step.end - 1);
  if (step.startLine === step.endLine && last !== step.escape) return [];
  const end = text.positionAt(step.line.offsetAt(step.line.text.length)).line;
  // The last line that has text: what follows it counts only when nothing but the end of the file does.
  const goesOn = continued(lineAt(file, end), step.escape) !== undefined;
  if (end === step.startLine && !goesOn) return [];
  const empty: number[] = [];
  for (let line = step.startLine + 1; line < (goesOn ? text.lineCount : end); line += 1) {
    const whole = lineAt(file, line);
    // After the last line ending there is no line.
    if (whole.trim() === '' && (line + 1 < text.lineCount || whole !== '')) empty.push(line);
  }
  return empty;
}

function lineAt({ document: { text } }: DockerfileFile, line: number): string {
  return text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/\r?\n$/, '');
}

/** Neighbors together: their edits would touch. */
function runs(lines: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
