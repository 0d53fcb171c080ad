import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const oneSource: Rule<ComposeFile> = {
  id: 'one-source',
  summary: 'Give configs and secrets one source',
  rationale:
    'The content of a config comes from `file`, `environment` or `content`, that of a secret from `file` or `environment`: from one of them, unless it is external or has a driver. Of `credential_spec`, only the engine looks, and it is a warning.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\nsecrets:\n  key:\n    file: ./key\n    environment: KEY\n',
      'services:\n  web:\n    image: nginx\nconfigs:\n  site:\n    name: site\n',
    ],
    good: ['services:\n  web:\n    image: nginx\nsecrets:\n  key:\n    file: ./key\n  other:\n    external: true\n'],
  },
  check: (file) => reported(file, 'one-source'),
};
