import type { Finding, Fix, Rule } from '../../../lint/rule.ts';
import { hasFlag, type Script } from '../../../shell/script.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { hasSmallBase } from '../smallBase.ts';

export const pipefail: Rule<DockerfileFile> = {
  id: 'pipefail',
  summary: 'Let a pipe fail when any part of it fails',
  rationale: `The status of a pipe is that of its last command: \`wget … | tar x\` succeeds when the download failed, and the
build goes on with half a file. With \`SHELL ["/bin/bash", "-o", "pipefail", "-c"]\` it stops.

\`sh\` is not taken for a shell that knows \`pipefail\`: Debian's does not. Unlike hadolint, a \`set -o pipefail\` before the
pipe in the same \`RUN\` counts, and so does the \`SHELL\` of a stage that this one continues. PowerShell and \`cmd\` are
not looked at. A \`SHELL\` of the base image counts where the editor's engine has it.

A build that went on over a failure stops then, and so does one whose reader closes a pipe early (\`| head\`): the fix is
offered and never applied in bulk.`,
  severity: 'warning',
  codes: ['DL4006'],
  scope: 'stage',
  examples: {
    bad: ['FROM debian:12\nRUN wget -qO- https://example.com/list | wc -l > /count\n'],
    good: [
      'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN wget -qO- https://example.com/list | wc -l > /count\n',
      'FROM debian:12\nRUN set -o pipefail && wget -qO- https://example.com/list | wc -l > /count\n',
    ],
  },
  *check(file) {
    for (const step of file.all('RUN')) {
      if (step.onbuild !== undefined) continue;
      const script = file.script(step);
      const [pipe] = script?.pipes ?? [];
      if (script === undefined || pipe === undefined || setsPipefail(script, pipe.start)) continue;
      const shell = file.shellOf(step);
      // In exec form the SHELL is not used: whoever writes ["bash", "-c", …] sets it there.
      if (step.json === undefined && (shellSetsPipefail(shell.words) || inheritsPipefail(file, step))) continue;
      const finding: Finding = {
        range: file.range(pipe),
        message: 'A failure before the pipe goes unnoticed. Set pipefail with SHELL, or in this RUN.',
      };
      yield step.json === undefined ? { ...finding, ...fixes(file, step) } : finding;
    }
  },
};

/** `set -o pipefail`, `set -euxo pipefail`, before the pipe. */
function setsPipefail({ commands }: Script, before: number): boolean {
  return commands.some(
    (command) =>
      command.start < before &&
      ((command.name.text === 'set' && hasFlag(command, 'o')) || /^(.*\/)?(ba|z|a)sh$/.test(command.name.text)) &&
      command.args.some(({ text }, i) => text === 'pipefail' && /^-[a-z]*o$/.test(command.args[i - 1]?.text ?? '')),
  );
}

/** Whether the base image's `SHELL` sets it, and the file says no other. */
function inheritsPipefail(file: DockerfileFile, step: Step): boolean {
  const words = file.baseImage(step.stage)?.shell ?? [];
  return file.shellOf(step).instruction === undefined && shellSetsPipefail(words);
}

function shellSetsPipefail([program = '', ...args]: readonly string[]): boolean {
  if (!/^(.*\/)?(bash|zsh|ash)$/.test(program)) return false;
  return args.some((word, i) => word === 'pipefail' && /^-[a-z]*o$/.test(args[i - 1] ?? ''));
}

/** Not safe: a build that went on over a failure stops then. */
function fixes(file: DockerfileFile, step: Step): Pick<Finding, 'fix' | 'alternatives'> {
  const small = hasSmallBase(step.stage);
  const instruction = `SHELL ["/bin/${small ? 'ash' : 'bash'}", "-o", "pipefail", "-c"]`;
  const fix = (place: number, text: string, title: string): Fix => ({
    title,
    edits: [{ range: file.range({ start: place, end: place }), newText: text }],
    safe: false,
  });
  // `sh` stops at an option that it does not know; Alpine's is BusyBox's and knows it.
  const [program = ''] = file.shellOf(step).words;
  const knows = /^(.*\/)?(bash|zsh|ash|ksh)$/.test(program) || (small && /^(.*\/)?sh$/.test(program));
  const option = 'set -o pipefail';
  return {
    fix: fix(step.start, `${instruction}${file.eol}`, `Insert ${instruction}`),
    ...(knows &&
      step.heredocs.length === 0 && {
        alternatives: [fix(step.argument.start, `${option} && `, `Begin with ${option}`)],
      }),
  };
}
