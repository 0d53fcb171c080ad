import type { Finding, Rule } from '../../../lint/rule.ts';
import { operands } from '../../../shell/script.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';

export const shellInsteadOfLn: Rule<DockerfileFile> = {
  id: 'shell-instead-of-ln',
  summary: 'Use SHELL to change the shell',
  rationale: `\`ln -sf /bin/bash /bin/sh\` changes the shell for everything in the image, also for scripts of the
distribution that were written for another one. \`SHELL ["/bin/bash", "-c"]\` changes it for the instructions that follow,
and anyone who reads the file sees it.`,
  severity: 'warning',
  codes: ['DL4005'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN ln -sf /bin/bash /bin/sh\n'],
    good: ['FROM debian:12\nSHELL ["/bin/bash", "-c"]\n'],
  },
  *check(file) {
    for (const use of file.commands('ln')) {
      if (!use.command.args.some(({ text }) => text === '/bin/sh')) continue;
      const fix = useShell(file, use);
      yield {
        range: file.range(use.command),
        message: 'Do not replace /bin/sh. Change the shell of the instructions with SHELL.',
        ...(fix && { fix }),
      };
    }
  },
};

/** Only for a `RUN` that does nothing else. What runs in the container is another shell then, so it is not safe. */
function useShell(file: DockerfileFile, { step, script, command }: CommandUse): Finding['fix'] {
  const [shell, link] = operands(command);
  if (script.commands.length > 1 || step.json !== undefined || step.flags.length > 0 || step.heredocs.length > 0)
    return undefined;
  if (link?.text !== '/bin/sh' || shell === undefined || !/^\/[\w/]*\/(ba|z|a|da|k)sh$/.test(shell.text))
    return undefined;
  if (command.start !== step.argument.start || command.end !== step.end) return undefined;
  const instruction = `SHELL [${JSON.stringify(shell.text)}, "-c"]`;
  return {
    title: `Use ${instruction}`,
    edits: [{ range: file.range(step), newText: instruction }],
    safe: false,
  };
}
