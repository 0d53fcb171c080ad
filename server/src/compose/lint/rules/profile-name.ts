import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const profileName: Rule<ComposeFile> = {
  id: 'profile-name',
  summary: 'Name profiles with letters, digits, _ . and -',
  rationale:
    'A profile begins with a letter or digit. Others cannot be named on the command line without trouble, and the specification does not allow them.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    profiles: [my profile]\n'],
    good: ['services:\n  web:\n    image: nginx\n    profiles: [debug, front-end_1.0]\n'],
  },
  check: (file) => reported(file, 'profile-name'),
};
