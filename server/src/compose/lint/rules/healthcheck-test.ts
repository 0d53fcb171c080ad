import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const healthcheckTest: Rule<ComposeFile> = {
  id: 'healthcheck-test',
  summary: 'Begin the list of a health check with CMD, CMD-SHELL or NONE',
  rationale:
    'The first item of the list says how the rest is run: `CMD` as a program with arguments, `CMD-SHELL` as one line for the shell, `NONE` not at all. A test that is one text is run by the shell.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["curl", "-f", "http://localhost"]\n'],
    good: [
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n',
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: curl -f http://localhost\n',
    ],
  },
  check: (file) => reported(file, 'healthcheck-test'),
};
