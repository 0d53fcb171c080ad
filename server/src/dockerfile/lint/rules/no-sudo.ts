import type { Finding, Rule } from '../../../lint/rule.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';

export const noSudo: Rule<DockerfileFile> = {
  id: 'no-sudo',
  summary: 'Do not use sudo',
  rationale: `A \`RUN\` is root unless a \`USER\` says otherwise, so \`sudo\` does nothing there, or is missing in the image.
Where it does something, it makes it hard to see who runs what: say \`USER root\` before, and go back with \`USER\` after. To
become less than root for one command, \`gosu\` and \`setpriv\` keep signals and terminals right.`,
  severity: 'error',
  codes: ['DL3004'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN sudo apt-get update\n'],
    good: ['FROM debian:12\nUSER root\nRUN apt-get update\nUSER app\n'],
  },
  *check(file) {
    for (const use of file.commands('sudo')) {
      const fix = deleteSudo(file, use);
      yield {
        range: file.range(use.command.name),
        subject: file.range(use.command),
        message: 'Do not use sudo: a RUN is root already, or USER can make it so.',
        ...(fix && { fix }),
      };
    }
  },
};

/** With options it is not plain what sudo does. Never safe: the step may run as another user. */
function deleteSudo(file: DockerfileFile, { command: { name, args } }: CommandUse): Finding['fix'] {
  const [program] = args;
  if (program === undefined || program.text.startsWith('-')) return undefined;
  return {
    title: 'Delete sudo',
    edits: [{ range: file.range({ start: name.start, end: program.start }), newText: '' }],
    safe: false,
  };
}
