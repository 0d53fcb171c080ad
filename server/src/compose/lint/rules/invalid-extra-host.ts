import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidExtraHost: Rule<ComposeFile> = {
  id: 'invalid-extra-host',
  summary: 'Give extra hosts a name and an address',
  rationale:
    'An extra host is `name=address`, or `name:address`. Compose refuses one without an address or with a wrong name; that the address is one, only the engine looks.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - db\n',
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - ":10.0.0.1"\n',
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      db: gateway\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - db=10.0.0.1\n      - "v6:::1"\n      - host.docker.internal:host-gateway\n',
    ],
  },
  check: (file) => reported(file, 'invalid-extra-host'),
};
