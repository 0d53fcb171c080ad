import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const unknownKey: Rule<ComposeFile> = {
  id: 'unknown-key',
  summary: 'Use keys that compose knows',
  rationale:
    'Compose refuses a key that it does not know in that place. Usually it is misspelled, or belongs further in or out; keys of your own begin with `x-`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    port:\n      - "80"\n',
      'services:\n  web:\n    image: nginx\n    dockerfile: web.Dockerfile\n',
      'web:\n  image: nginx\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    ports:\n      - "80"\n    x-owner: team\nx-anything:\n  here: fine\n',
    ],
  },
  check: (file) => reported(file, 'unknown-key'),
};
