import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const valueRange: Rule<ComposeFile> = {
  id: 'value-range',
  summary: 'Keep numbers within their limits',
  rationale:
    'The engine takes some numbers within limits only, which the schema of compose does not know: `mem_swappiness` from 0 to 100, weights of block I/O from 10 to 1000; a soft limit is not above the hard one.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    mem_swappiness: 120\n',
      'services:\n  web:\n    image: nginx\n    blkio_config:\n      weight: 5\n',
      'services:\n  web:\n    image: nginx\n    ulimits:\n      nofile:\n        soft: 2000\n        hard: 1000\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    mem_swappiness: 60\n    blkio_config:\n      weight: 300\n    ulimits:\n      nofile:\n        soft: 1000\n        hard: -1\n',
    ],
  },
  check: (file) => reported(file, 'value-range'),
};
