import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const quoteBooleans: Rule<ComposeFile> = {
  id: 'quote-booleans',
  summary: 'Put true and false in quotes in environment variables',
  rationale:
    'Variables are texts. YAML makes a truth value of a bare `true` or `True`, and what becomes of it depends on who reads the file; in quotes it stays as it is written.',
  severity: 'style',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    environment:\n      DEBUG: true\n'],
    good: ['services:\n  web:\n    image: nginx\n    environment:\n      DEBUG: "true"\n      LEVEL: debug\n'],
  },
  check: (file) => reported(file, 'quote-booleans'),
};
