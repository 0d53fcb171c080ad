import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const deviceRequest: Rule<ComposeFile> = {
  id: 'device-request',
  summary: 'Ask for devices by number or by id',
  rationale:
    'A device reservation names how many devices it wants, `count`, or which, `device_ids`. Compose refuses both together.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    gpus:\n      - driver: nvidia\n        count: 1\n        device_ids: ["0"]\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    gpus:\n      - driver: nvidia\n        count: 1\n'],
  },
  check: (file) => reported(file, 'device-request'),
};
