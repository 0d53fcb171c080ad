import type { Fix, Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { invocationsOf, type Invocation } from '../packages/manager.ts';
import { zypper } from '../packages/zypper.ts';
import { removeCommand } from '../removeCommand.ts';

export const noZypperDistUpgrade: Rule<DockerfileFile> = {
  id: 'no-zypper-dist-upgrade',
  summary: 'Leave the distribution as the base image has it',
  rationale: `\`zypper dist-upgrade\` (\`dup\`) moves the whole system to whatever the repositories have on the day of the build, and
puts a second copy of most of it into a layer. A newer base image does the same, smaller, and the tag or digest says which.`,
  severity: 'warning',
  codes: ['DL3035'],
  scope: 'step',
  examples: {
    bad: ['FROM opensuse/tumbleweed:latest\nRUN zypper -n dist-upgrade && zypper clean --all\n'],
    good: ['FROM opensuse/tumbleweed:latest\nRUN zypper -n patch && zypper clean --all\n'],
  },
  *check(file) {
    for (const invocation of invocationsOf(file, zypper)) {
      const { command, verb } = invocation;
      if (verb.text !== 'dist-upgrade' && verb.text !== 'dup') continue;
      const fix = deletion(file, invocation);
      yield {
        range: file.range({ start: command.name.start, end: verb.end }),
        message: `zypper ${verb.text} replaces the base image's distribution. Use a newer base image.`,
        ...(fix && { fix }),
      };
    }
  },
};

function deletion(file: DockerfileFile, invocation: Invocation): Fix | undefined {
  const edit = removeCommand(file, invocation);
  return edit && { title: 'Delete the command', edits: [edit], safe: false };
}
