import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const missingKey: Rule<ComposeFile> = {
  id: 'missing-key',
  summary: 'Give the keys that must be there',
  rationale:
    'Some mappings say nothing without a certain key. In an override file, and in a service that extends another, what is missing may come from there and is not asked for.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - source: data\n        target: /data\nvolumes:\n  data:\n',
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        restart: true\n  db:\n    image: postgres\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: volume\n        source: data\n        target: /data\nvolumes:\n  data:\n',
    ],
  },
  check: (file) => reported(file, 'missing-key'),
};
