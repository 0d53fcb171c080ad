import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { yum } from '../packages/rpm.ts';
import { unanswered } from '../packages/prompts.ts';

export const answerYumPrompts: Rule<DockerfileFile> = {
  id: 'answer-yum-prompts',
  summary: 'Answer the questions of yum with -y',
  rationale: `\`yum install\` asks before it acts. In a build there is nobody to answer, so it gives up, and the build with it. \`-y\` says
yes in advance.

Unlike hadolint, all verbs that ask are looked at: \`update\`, \`remove\`, \`group install\` and others.`,
  severity: 'warning',
  codes: ['DL3030'],
  scope: 'step',
  examples: {
    bad: ['FROM centos:7\nRUN yum install httpd-2.4.6 && yum clean all\n'],
    good: ['FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n'],
  },
  check: (file) => unanswered(file, yum),
};
