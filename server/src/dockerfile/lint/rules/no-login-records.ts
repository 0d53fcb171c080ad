import type { Rule } from '../../../lint/rule.ts';
import type { Command } from '../../../shell/script.ts';
import { hasFlag } from '../../../shell/script.ts';
import { readArguments } from '../arguments.ts';
import type { DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';

/** The options of useradd that take a value. */
const valued =
  /^([bcdefgGkKpRPsuZ]|base-dir|comment|home-dir|expiredate|inactive|gid|groups|skel|key|password|root|prefix|shell|uid|selinux-user)$/;

export const noLoginRecords: Rule<DockerfileFile> = {
  id: 'no-login-records',
  summary: 'Add users with a high id without login records',
  rationale: `\`useradd\` prepares a place for the user in \`/var/log/lastlog\` and \`/var/log/faillog\`, which have one for every
id up to the highest: with an id of six digits or more, files of hundreds of megabytes and more. They are sparse on a disk,
but not in the layer of an image. \`--no-log-init\`, short \`-l\`, leaves them alone.

BusyBox's \`adduser\` does not have them.`,
  severity: 'warning',
  codes: ['DL3046'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN useradd --create-home -u 1000010 app\n'],
    good: ['FROM debian:12\nRUN useradd -l -u 1000010 app\n', 'FROM debian:12\nRUN useradd -u 1001 app\n'],
  },
  *check(file) {
    for (const { step, command } of file.commands('useradd')) {
      if (hasFlag(command, 'l', 'no-log-init') || !hasHighId(command)) continue;
      yield {
        range: file.range(command.name),
        subject: file.range(command),
        message: 'With such a high id, the login records fill the layer. Add -l.',
        fix: { title: 'Add -l', edits: [insertWord(file, { step, after: command.name, text: '-l' })], safe: true },
      };
    }
  },
};

function hasHighId({ args }: Command): boolean {
  const { options } = readArguments(args, { takesValue: (name) => valued.test(name) });
  return options.some(({ name, value }) => (name === 'u' || name === 'uid') && /^\d{6,}$/.test(value ?? ''));
}
