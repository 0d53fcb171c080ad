import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { zypper } from '../packages/zypper.ts';
import { unanswered } from '../packages/prompts.ts';

export const answerZypperPrompts: Rule<DockerfileFile> = {
  id: 'answer-zypper-prompts',
  summary: 'Run zypper without questions',
  rationale: `\`zypper install\` asks before it acts. In a build there is nobody to answer, so it gives up, and the build with it.
\`zypper -n\` (\`--non-interactive\`) takes the usual answers; \`-y\` after the verb does the same where the verb knows it.
After the verb, \`-n\` is something else: \`--name\`.

Unlike hadolint, \`update\`, \`dist-upgrade\`, \`verify\` and \`install-new-recommends\` are looked at too.`,
  severity: 'warning',
  codes: ['DL3034'],
  scope: 'step',
  examples: {
    bad: ['FROM opensuse/leap:15.6\nRUN zypper install httpd=2.4.24 && zypper clean --all\n'],
    good: [
      'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install httpd=2.4.24 && zypper clean --all\n',
      'FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.24 && zypper clean --all\n',
    ],
  },
  check: (file) => unanswered(file, zypper),
};
