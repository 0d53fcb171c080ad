import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const commandNeedsShell: Rule<ComposeFile> = {
  id: 'command-needs-shell',
  summary: 'Run commands with operators in a shell',
  rationale:
    'Compose divides a command into words itself. No shell looks at it, and at the first `&&`, `|`, `;` or `>` compose stops reading: the rest is dropped without a word.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    command: npm ci && npm start\n',
      'services:\n  web:\n    image: nginx\n    entrypoint: /start.sh > /log\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    command: sh -c "npm ci && npm start"\n',
      'services:\n  web:\n    image: nginx\n    command: ["sh", "-c", "npm ci && npm start"]\n',
      'services:\n  web:\n    image: nginx\n    command: echo "a;b" \'c|d\' e\\;f\n',
    ],
  },
  check: (file) => reported(file, 'command-needs-shell'),
};
