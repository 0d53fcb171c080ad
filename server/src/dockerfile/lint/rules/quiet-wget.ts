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

BusyBox's wget, which is what Alpine has, knows \`-q\` only: there the fix adds that. It is never applied in bulk where it is
not known which wget runs, nor \`-q\` where somebody reads what wget prints.`,
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

/** What goes to the second output, or both, goes elsewhere. */
const redirectsErrors = /[\s;&|](2>|&>)|\|&/;

/** Asks for what it prints: the answer of the server. */
function isRead(command: Command): boolean {
  return hasFlag(command, 'S', 'server-response', 'spider', 'd', 'debug');
}

/**
 * Safe where the wget is GNU's, on a distribution that does not have BusyBox's; and `-q`, which both know, where nothing
 * reads what is not printed any more.
 */
function fix(
  file: DockerfileFile,
  { step, command }: CommandUse,
  isGnu: (stage: Stage) => boolean,
): NonNullable<Finding['fix']> {
  const known = isGnu(step.stage);
  const small = !known && hasSmallBase(step.stage);
  const text = small ? '-q' : '--progress=dot:giga';
  const safe = known || (small && !isRead(command) && !redirectsErrors.test(step.textOf(step)));
  return { title: `Add ${text}`, edits: [insertWord(file, { step, after: command.name, text })], safe };
}
