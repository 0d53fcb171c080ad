import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const resetTag: Rule<ComposeFile> = {
  id: 'reset-tag',
  summary: 'Use !reset and !override where something is merged',
  rationale:
    '`!reset` takes away what a file before says, and `!override` replaces it instead of merging. Where nothing is merged, they say nothing. `!reset` needs a value, which does not matter.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    ports: !reset []\n',
      'services:\n  web:\n    image: nginx\n    environment: !override\n      A: b\n',
    ],
    good: [
      'services:\n  base:\n    image: nginx\n    ports: ["80"]\n  web:\n    extends: base\n    ports: !reset []\n',
    ],
  },
  check: (file) => reported(file, 'reset-tag'),
};
