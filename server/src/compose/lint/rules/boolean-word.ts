import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const booleanWord: Rule<ComposeFile> = {
  id: 'boolean-word',
  summary: 'Write truth values as true and false',
  rationale:
    'Compose still takes `yes`, `no`, `on`, `off`, `y` and `n` where a truth value belongs, with a warning: since YAML 1.2 these are only text.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    privileged: yes\n',
      'services:\n  web:\n    image: nginx\n    init: "on"\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    privileged: true\n    read_only: "false"\n'],
  },
  check: (file) => reported(file, 'boolean-word'),
};
