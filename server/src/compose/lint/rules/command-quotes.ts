import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const commandQuotes: Rule<ComposeFile> = {
  id: 'command-quotes',
  summary: 'Close quotes and parentheses in commands',
  rationale:
    'Compose divides a command that is one text into words, with quotes as in a shell. It refuses one in which a quote is not closed, or a parenthesis stands outside of quotes.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    command: echo "hello\n',
      "services:\n  web:\n    image: nginx\n    entrypoint: sh -c 'run\n",
      'services:\n  web:\n    image: nginx\n    command: echo (a)\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    command: echo "hello you" $(date) it\\\'s\n'],
  },
  check: (file) => reported(file, 'command-quotes'),
};
