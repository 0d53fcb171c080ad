import type { Rule } from '../../../lint/rule.ts';
import { hasOption } from '../arguments.ts';
import type { DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';
import { aptGet, configures } from '../packages/apt.ts';
import { invocationsOf } from '../packages/manager.ts';

export const noAptRecommends: Rule<DockerfileFile> = {
  id: 'no-apt-recommends',
  summary: 'Install no recommended packages',
  rationale: `Debian's packages recommend others, and \`apt-get install\` brings those too: often more than what was asked for.
\`--no-install-recommends\` leaves them out; what is needed of them is then named, and seen.

The fix is not a safe one, since a program may miss what it has had so far. A file in \`/etc/apt/apt.conf.d\` that says so
for all commands is not seen.`,
  severity: 'info',
  codes: ['DL3015'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.*\n',
      'FROM debian:12\nRUN apt-get update && apt-get install -y -o APT::Install-Recommends=false curl=7.88.*\n',
    ],
  },
  *check(file) {
    const flag = '--no-install-recommends';
    for (const invocation of invocationsOf(file, aptGet)) {
      const { step, script, command, verb, hidesOptions } = invocation;
      if (verb.text !== 'install' || script.hasError || hidesOptions) continue;
      if (hasOption(invocation, 'no-install-recommends', 'install-recommends')) continue;
      if (configures(invocation, 'APT::Install-Recommends', /./)) continue;
      const after = command.args.find(({ text }) => /^(-y|--yes|--assume-yes|-y?qq?y?)$/.test(text)) ?? verb;
      yield {
        range: file.range(verb),
        subject: file.range(command),
        message: `Recommended packages are installed too. Add ${flag}.`,
        fix: { title: `Insert ${flag}`, edits: [insertWord(file, { step, after, text: flag })], safe: false },
      };
    }
  },
};
