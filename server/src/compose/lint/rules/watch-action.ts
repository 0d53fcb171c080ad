import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const watchAction: Rule<ComposeFile> = {
  id: 'watch-action',
  summary: 'Give a watched path what its action needs',
  rationale:
    'An action that synchronizes needs a `target`. `exec` belongs to `sync+exec`, and `initial_sync` to actions that synchronize; elsewhere they have no effect, which is a warning.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: ./src\n          action: sync\n',
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: ./src\n          action: rebuild\n          target: /app\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: ./src\n          action: sync\n          target: /app\n        - path: package.json\n          action: rebuild\n',
    ],
  },
  check: (file) => reported(file, 'watch-action'),
};
