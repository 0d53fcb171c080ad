import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const unquotedVolumes: Rule<ComposeFile> = {
  id: 'unquoted-volumes',
  summary: 'Write volumes without quotes',
  rationale:
    'For who likes it even: a volume is read the same with and without quotes. Off unless you switch it on; those that need their quotes are left alone.',
  severity: 'off',
  codes: ['no-quotes-in-volumes'],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    volumes:\n      - "./data:/data"\n'],
    good: ['services:\n  web:\n    image: nginx\n    volumes:\n      - ./data:/data\n      - "./a #b:/data"\n'],
  },
  check: (file) => reported(file, 'unquoted-volumes'),
};
