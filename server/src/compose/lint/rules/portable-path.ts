import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const portablePath: Rule<ComposeFile> = {
  id: 'portable-path',
  summary: 'Write paths relative to the file',
  rationale:
    'An absolute path to an env file, a build context or a Dockerfile exists on one machine only. Paths count from the folder of the compose file.',
  severity: 'style',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    env_file: /home/me/app/.env\n',
      'services:\n  web:\n    build: /home/me/app\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    env_file:\n      - path: .env\n        required: false\n    build: ./web\n',
    ],
  },
  check: (file) => reported(file, 'portable-path'),
};
