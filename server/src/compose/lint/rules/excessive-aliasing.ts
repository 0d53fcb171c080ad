import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const excessiveAliasing: Rule<ComposeFile> = {
  id: 'excessive-aliasing',
  summary: 'Keep aliases of aliases in bounds',
  rationale:
    'Every alias is written out when the file is read, so aliases of aliases multiply. Compose stops at 100,000 values, so that a small file cannot fill the memory.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'x-a: &a [b, b, b, b, b, b, b, b, b, b]\nx-c: &c [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nx-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\nx-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nx-f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\nservices:\n  web:\n    image: nginx\n',
    ],
    good: [
      'x-a: &a {init: true}\nservices:\n  web:\n    <<: *a\n    image: nginx\n  api:\n    <<: *a\n    image: nginx\n',
    ],
  },
  check: (file) => reported(file, 'excessive-aliasing'),
};
