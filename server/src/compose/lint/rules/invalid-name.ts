import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidName: Rule<ComposeFile> = {
  id: 'invalid-name',
  summary: 'Name services, volumes and networks with the letters that compose allows',
  rationale:
    'Names of services, volumes, secrets, configs and networks become parts of container and host names; compose takes letters, digits, `.`, `_` and `-` only.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  my web:\n    image: nginx\n', 'services:\n  web:\n    image: nginx\nvolumes:\n  data/files:\n'],
    good: ['services:\n  my-web_1.0:\n    image: nginx\n'],
  },
  check: (file) => reported(file, 'invalid-name'),
};
