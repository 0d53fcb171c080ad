import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const mergeRuns: Rule<DockerfileFile> = {
  id: 'merge-runs',
  summary: 'Put short commands that follow each other into one RUN',
  rationale: `Every \`RUN\` makes a layer. Two after each other with a single command each can be one, with \`&&\` or as a
here-document, and what the first leaves behind can be deleted by the second.

A \`RUN\` with several commands was divided on purpose, and so were two with different flags: they are left alone. So is a
shell that cannot be read, such as PowerShell.`,
  severity: 'info',
  codes: ['DL3059'],
  scope: 'stage',
  examples: {
    bad: ['FROM debian:12\nRUN groupadd app\nRUN useradd -g app app\n'],
    good: [
      'FROM debian:12\nRUN groupadd app && \\\n    useradd -g app app\n',
      'FROM debian:12\nRUN --mount=type=bind,target=/src /src/install\nRUN ldconfig\n',
    ],
  },
  *check(file) {
    for (const { steps } of file.stages) {
      for (const [i, step] of steps.entries()) {
        const previous = steps[i - 1];
        if (previous === undefined || !isShort(file, previous) || !isShort(file, step)) continue;
        if (flagsOf(previous) !== flagsOf(step)) continue;
        const fix = merge(file, previous, step);
        yield {
          range: file.range(step.keyword),
          message: 'This RUN can be one with the RUN before it.',
          ...(fix && { fix }),
        };
      }
    }
  },
};

function isShort(file: DockerfileFile, step: Step): boolean {
  if (step.name !== 'RUN') return false;
  const script = file.script(step);
  return script !== undefined && script.commands.length < 2;
}

function flagsOf({ flags }: Step): string {
  return flags
    .map(({ text }) => text)
    .sort()
    .join(' ');
}

/** A folder or variable that the first one sets lasts into the second then, so it is not safe. */
function merge(file: DockerfileFile, first: Step, second: Step): Finding['fix'] {
  if (!isPlain(file, first) || !isPlain(file, second)) return undefined;
  const between = file.source.text.slice(first.end, second.start);
  const comments = between
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${line.trimEnd()}${file.eol}`);
  return {
    title: 'Join with the RUN before',
    edits: [
      {
        range: file.range({ start: first.end, end: second.argument.start }),
        newText: ` ${first.escape}${file.eol}${comments.join('')}    && `,
      },
    ],
    safe: false,
  };
}

/** One command and nothing else: no branch, no `||`, no comment, no here-document. */
function isPlain(file: DockerfileFile, step: Step): boolean {
  const script = file.script(step);
  const [command] = script?.commands ?? [];
  if (command === undefined || script?.hasError === true || !command.topLevel) return false;
  if (step.json !== undefined || step.heredocs.length > 0) return false;
  return command.statement.start === step.argument.start && command.statement.end === step.end;
}
