import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const mergeValue: Rule<ComposeFile> = {
  id: 'merge-value',
  summary: 'Merge mappings only',
  rationale:
    '`<<` copies the keys of a mapping into the one it stands in. It takes an alias of a mapping, a mapping, or a list of these; nothing else has keys.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'x-ports: &ports\n  - "80"\nservices:\n  web:\n    <<: *ports\n    image: nginx\n',
      'services:\n  web:\n    <<: common\n    image: nginx\n',
    ],
    good: ['x-a: &a {init: true}\nx-b: &b {tty: true}\nservices:\n  web:\n    <<: [*a, *b]\n    image: nginx\n'],
  },
  check: (file) => reported(file, 'merge-value'),
};
