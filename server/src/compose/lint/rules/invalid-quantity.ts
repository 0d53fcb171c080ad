import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidQuantity: Rule<ComposeFile> = {
  id: 'invalid-quantity',
  summary: 'Write sizes and counts as compose reads them',
  rationale:
    'A size is a number with the unit `b`, `k`, `m`, `g`, `t` or `p`, as in `512m`, `1.5g` or `2GiB`. CPUs are a number such as `0.5`, devices a number or `all`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    mem_limit: 512 megabytes\n',
      'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        limits:\n          cpus: half\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    mem_limit: 512mb\n    memswap_limit: -1\n    shm_size: 1.5 GiB\n'],
  },
  check: (file) => reported(file, 'invalid-quantity'),
};
