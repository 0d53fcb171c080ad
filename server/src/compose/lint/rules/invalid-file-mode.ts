import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidFileMode: Rule<ComposeFile> = {
  id: 'invalid-file-mode',
  summary: 'Write file modes in octal',
  rationale:
    'A file mode is octal: `0440`, or `"0440"`. YAML reads a bare `440` as a decimal number, which is the mode `0670`; that is a warning.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: key\n        mode: "0489"\nsecrets:\n  key:\n    environment: KEY\n',
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: key\n        mode: 440\nsecrets:\n  key:\n    environment: KEY\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: key\n        mode: 0440\nsecrets:\n  key:\n    environment: KEY\n',
    ],
  },
  check: (file) => reported(file, 'invalid-file-mode'),
};
