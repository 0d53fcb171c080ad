import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const stringKeys: Rule<ComposeFile> = {
  id: 'string-keys',
  summary: 'Let every key be text',
  rationale:
    'YAML reads a bare `1`, `true` or `null` as a number, a truth value or nothing, also before a colon. Compose refuses such a key anywhere in the file; in quotes it is text.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    environment:\n      1: one\n',
      'services:\n  true:\n    image: nginx\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    environment:\n      "1": one\n      yes: y\n'],
  },
  check: (file) => reported(file, 'string-keys'),
};
