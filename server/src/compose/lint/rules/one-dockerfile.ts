import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const oneDockerfile: Rule<ComposeFile> = {
  id: 'one-dockerfile',
  summary: 'Name a Dockerfile or write it inline',
  rationale: 'Compose refuses a build with both `dockerfile` and `dockerfile_inline`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    build:\n      context: .\n      dockerfile: web.Dockerfile\n      dockerfile_inline: FROM nginx\n',
    ],
    good: ['services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: FROM nginx\n'],
  },
  check: (file) => reported(file, 'one-dockerfile'),
};
