import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidValue: Rule<ComposeFile> = {
  id: 'invalid-value',
  summary: 'Use a value that the key knows',
  rationale:
    'Some keys take certain words, or numbers within limits. Compose refuses others. A value with a variable in it is not checked, since it is not known here.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: healthy\n  db:\n    image: postgres\n',
      'services:\n  web:\n    image: nginx\n    cpu_percent: 150\n',
      'services:\n  web:\n    image: nginx\n    pull_policy: sometimes\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    pull_policy: ${POLICY:-sometimes}\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres\n',
    ],
  },
  check: (file) => reported(file, 'invalid-value'),
};
