import type { Finding, Rule } from '../../../lint/rule.ts';
import { commentIn } from '../../../shell/comment.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const noSwallowedCommands: Rule<DockerfileFile> = {
  id: 'no-swallowed-commands',
  summary: 'Put a comment inside a RUN on a line of its own',
  rationale: `Docker joins the lines of a \`RUN\` before the shell sees them. So a comment at the end of one of them does not end
with it: everything after it is a part of the comment, and is never run. Nothing fails.

A line that begins with \`#\` is taken out by Docker and does no harm, and in a here-document lines stay lines.`,
  severity: 'warning',
  codes: [],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN ./configure && # without tests \\\n    make install\n'],
    good: [
      'FROM debian:12\nRUN ./configure && \\\n    # without tests\n    make install\n',
      'FROM debian:12\nRUN <<EOF\n./configure # without tests\nmake install\nEOF\n',
    ],
  },
  *check(file) {
    for (const step of file.all('RUN')) {
      // PowerShell has other comments, and `cmd` has none.
      if (step.startLine === step.endLine || step.json !== undefined || !file.shellOf(step).posix) continue;
      const finding = inspect(file, step);
      if (finding) yield finding;
    }
  },
};

function inspect(file: DockerfileFile, step: Step): Finding | undefined {
  const { line } = step;
  const { text } = file.source;
  if (!line.text.includes('#')) return undefined;
  const from = line.indexAt(step.argument.start);
  const at = commentIn(line.text.slice(from));
  if (at === undefined) return undefined;
  const start = line.offsetAt(from + at);
  const newline = text.indexOf('\n', start);
  if (newline < 0 || newline > step.end || line.text.slice(line.indexAt(newline + 1)).trim() === '') return undefined;
  const comment = text.slice(start, newline).trimEnd().slice(0, -1).trimEnd();
  return {
    range: file.range({ start, end: start + comment.length }),
    message: 'The rest of the RUN is a part of this comment: the lines are joined first. Put it on a line of its own.',
    fix: moveUp(file, { start, comment }),
  };
}

/** Not safe: what was swallowed will run. */
function moveUp(
  file: DockerfileFile,
  { start, comment }: { readonly start: number; readonly comment: string },
): NonNullable<Finding['fix']> {
  const { text } = file.source;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const before = text.slice(lineStart, start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const end = start + comment.length;
  return {
    title: 'Move the comment to a line above',
    edits: [
      {
        range: file.range({ start: lineStart, end: lineStart }),
        newText: `${indent}${comment}${file.eol}`,
      },
      { range: file.range({ start: lineStart + before.trimEnd().length, end }), newText: '' },
    ],
    safe: false,
  };
}
