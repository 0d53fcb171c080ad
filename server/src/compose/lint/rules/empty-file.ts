import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const emptyFile: Rule<ComposeFile> = {
  id: 'empty-file',
  summary: 'Put something into the compose file',
  rationale: 'Compose refuses a file without any content.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['# services:\n#   web:\n#     image: nginx\n'],
    good: ['services:\n  web:\n    image: nginx\n'],
  },
  check: (file) => reported(file, 'empty-file'),
};
