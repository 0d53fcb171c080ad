import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidDuration: Rule<ComposeFile> = {
  id: 'invalid-duration',
  summary: 'Write durations with units',
  rationale:
    'A duration is a number with a unit, or several: `30s`, `1m30s`, `1h`. The units are `ns`, `us`, `ms`, `s`, `m`, `h`, `d` and `w`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    stop_grace_period: "30"\n',
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: "true"\n      interval: 10 sec\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    stop_grace_period: 1m30s\n    healthcheck:\n      test: "true"\n      interval: 1.5h\n',
    ],
  },
  check: (file) => reported(file, 'invalid-duration'),
};
