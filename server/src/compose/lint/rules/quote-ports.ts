import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const quotePorts: Rule<ComposeFile> = {
  id: 'quote-ports',
  summary: 'Put ports in quotes',
  rationale:
    'YAML 1.1, which older tools read, takes `22:22` for a number with base 60, as in hours and minutes. Compose itself does not. Other than dclint, only ports are reported that look like such a number.',
  severity: 'style',
  codes: ['require-quotes-in-ports'],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    ports:\n      - 22:22\n'],
    good: ['services:\n  web:\n    image: nginx\n    ports:\n      - "22:22"\n      - 8080:80\n      - 3000\n'],
  },
  check: (file) => reported(file, 'quote-ports'),
};
