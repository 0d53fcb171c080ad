import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { dnf } from '../packages/rpm.ts';
import { unanswered } from '../packages/prompts.ts';

export const answerDnfPrompts: Rule<DockerfileFile> = {
  id: 'answer-dnf-prompts',
  summary: 'Answer the questions of dnf with -y',
  rationale: `\`dnf install\` asks before it acts. In a build there is nobody to answer, so it gives up, and the build with it. \`-y\` says
yes in advance. The same goes for \`microdnf\` and \`dnf5\`.

Unlike hadolint, all verbs that ask are looked at: \`upgrade\`, \`remove\`, \`group install\` and others.`,
  severity: 'warning',
  codes: ['DL3038'],
  scope: 'step',
  examples: {
    bad: ['FROM fedora:42\nRUN dnf install httpd-2.4.63 && dnf clean all\n'],
    good: ['FROM fedora:42\nRUN dnf install -y httpd-2.4.63 && dnf clean all\n'],
  },
  check: (file) => unanswered(file, dnf),
};
