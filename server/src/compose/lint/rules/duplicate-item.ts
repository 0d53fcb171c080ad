import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const duplicateItem: Rule<ComposeFile> = {
  id: 'duplicate-item',
  summary: 'Name each item of a list once',
  rationale:
    'In these lists a second equal item says nothing: compose drops it or refuses it, depending on the list. It is usually left over from copying.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    cap_add:\n      - NET_ADMIN\n      - SYS_TIME\n      - NET_ADMIN\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    cap_add:\n      - NET_ADMIN\n      - SYS_TIME\n    command: [echo, a, a]\n',
    ],
  },
  check: (file) => reported(file, 'duplicate-item'),
};
