import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { apt } from '../packages/apt.ts';
import { unanswered } from '../packages/prompts.ts';

export const answerAptPrompts: Rule<DockerfileFile> = {
  id: 'answer-apt-prompts',
  summary: 'Answer the questions of apt with -y',
  rationale: `\`apt-get install\` shows what it will do and waits for a yes. In a build there is nobody to give it, so it aborts, and the
build with it. \`-y\` is that yes; \`-qq\` implies it.

Unlike hadolint, all verbs that ask are looked at (\`remove\`, \`upgrade\` and others), those of \`apt\` and \`aptitude\` too. A
command that \`yes\` is piped into is content, and one whose options are in a variable is not reported.`,
  severity: 'warning',
  codes: ['DL3014'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n',
      'FROM debian:12\nRUN apt-get update && apt-get -qq install curl=7.88.*\n',
    ],
  },
  check: (file) => unanswered(file, apt),
};
