import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Command } from '../../../shell/script.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

export const workdirInsteadOfCd: Rule<DockerfileFile> = {
  id: 'workdir-instead-of-cd',
  summary: 'Use WORKDIR instead of cd',
  rationale: `\`cd\` lasts until the end of its \`RUN\` only. \`WORKDIR\` says for all that follows where it happens, makes the
folder when it is missing, and shows in the image.`,
  severity: 'warning',
  codes: ['DL3003'],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20\nRUN cd /src && make\n', 'FROM alpine:3.20\nRUN make -C /src; cd /tmp\n'],
    good: ['FROM alpine:3.20\nWORKDIR /src\nRUN make\n'],
  },
  *check(file) {
    for (const { step, command } of file.commands('cd'))
      if (step.onbuild === undefined) yield report(file, step, command);
  },
};

function report(file: DockerfileFile, step: Step, command: Command): Finding {
  const fix = splitFix(file, step, command);
  return {
    range: file.range(command),
    message: 'The folder is left at the end of this RUN. Use WORKDIR to change it for good.',
    ...(fix && { fix }),
  };
}

/** `RUN cd X && rest` is `WORKDIR X` and `RUN rest`; what follows in the file runs in X then, so it is not safe. */
function splitFix(file: DockerfileFile, step: Step, command: Command): Finding['fix'] {
  const [folder, ...more] = command.args;
  const { text } = file.source;
  if (folder === undefined || more.length > 0 || !command.topLevel || command.start !== step.argument.start)
    return undefined;
  if (!folder.literal || !/^[\w./:@+-]+$/.test(folder.text) || folder.text === '-') return undefined;
  const joint = /^[ \t]*&&[ \t]*/.exec(text.slice(command.statement.end, step.end));
  const rest = command.statement.end + (joint?.[0].length ?? 0);
  const lonely = command.statement.end === step.end;
  if (joint === null && !lonely) return undefined;
  const run = text.slice(step.start, step.argument.start);
  const workdir = keywordLike(step, 'WORKDIR');
  const newText = lonely ? `${workdir} ${folder.text}` : `${workdir} ${folder.text}${file.eol}${run}`;
  return {
    title: `Use WORKDIR ${folder.text}`,
    edits: [{ range: file.range({ start: step.start, end: lonely ? step.end : rest }), newText }],
    safe: false,
  };
}
