import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const noEffect: Rule<ComposeFile> = {
  id: 'no-effect',
  summary: 'Leave out what has no effect',
  rationale:
    'Some keys say nothing beside others: `replicas` with one container on each node, the options of another type of mount, owner and mode of a secret that is a file. Whoever wrote them expects something that does not happen.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    deploy:\n      mode: global\n      replicas: 3\n',
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: key\n        mode: 0400\nsecrets:\n  key:\n    file: ./key\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    deploy:\n      replicas: 2\n'],
  },
  check: (file) => reported(file, 'no-effect'),
};
