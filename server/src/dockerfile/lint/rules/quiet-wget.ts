import type { Finding, Rule } from '../../../lint/rule.ts';
import { hasFlag, type Command } from '../../../shell/script.ts';
import { someInChain, type Stage } from '../../model/stage.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';
import { hasSmallBase } from '../smallBase.ts';

export const quietWget: Rule<DockerfileFile> = {
  id: 'quiet-wget',
  summary: 'Keep the progress bar of wget out of the log',
  rationale: `In a build log, wget's progress bar is thousands of lines. \`--progress=dot:giga\` makes it a line per 32 MB;
\`-q\` and \`-nv\` leave it out, and \`-o\` and \`-a\` write it to a file.

BusyBox's wget, which is what Alpine has, knows \`-q\` only: there the fix adds that.`,
  severity: 'info',
  codes: ['DL3047'],
  examples: {
    bad: ['FROM debian:12\nRUN wget https://example.com/tool.tar.gz\n'],
    good: [
      'FROM debian:12\nRUN wget --progress=dot:giga https://example.com/tool.tar.gz\n',
      'FROM alpine:3.20\nRUN wget -qO- https://example.com/version > /version\n',
    ],
  },
  *check(file) {
    const wgets = file.commands('wget');
    if (wgets.length === 0) return;
    const distributions = file.commands('apt-get', 'apt', 'dnf', 'microdnf', 'yum', 'zypper');
    const withPackages = new Set(distributions.map(({ step }) => step.stage));
    const isGnu = someInChain((stage) => withPackages.has(stage));
    for (const use of wgets) {
      if (isQuiet(use.command)) continue;
      yield {
        range: file.range(use.command.name),
        subject: file.range(use.command),
        message: "wget's progress bar fills the log. Add --progress=dot:giga, or -q or -nv for silence.",
        fix: fix(file, use, isGnu),
      };
    }
  },
};

function isQuiet(command: Command): boolean {
  if (hasFlag(command, 'progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose')) return true;
  // Nobody who asks for its version or help downloads anything.
  return command.args.some(({ text }) => /^(-nv|--help|--version|-V|-h)$/.test(text));
}

/** Safe where the wget is GNU's: on a distribution that does not have BusyBox's. */
function fix(
  file: DockerfileFile,
  { step, command }: CommandUse,
  isGnu: (stage: Stage) => boolean,
): NonNullable<Finding['fix']> {
  const known = isGnu(step.stage);
  const text = !known && hasSmallBase(step.stage) ? '-q' : '--progress=dot:giga';
  return { title: `Add ${text}`, edits: [insertWord(file, { step, after: command.name, text })], safe: known };
}
