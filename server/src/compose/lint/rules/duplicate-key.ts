import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const duplicateKey: Rule<ComposeFile> = {
  id: 'duplicate-key',
  summary: 'Write each key of a mapping once',
  rationale:
    'YAML mappings have each key once. Compose refuses a file in which one comes twice, also a second `<<`: merge several anchors with a list, `<<: [*a, *b]`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    image: httpd\n',
      'x-a: &a {init: true}\nx-b: &b {tty: true}\nservices:\n  web:\n    <<: *a\n    <<: *b\n    image: nginx\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n  db:\n    image: postgres\n'],
  },
  check: (file) => reported(file, 'duplicate-key'),
};
