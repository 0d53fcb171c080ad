import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidAddress: Rule<ComposeFile> = {
  id: 'invalid-address',
  summary: 'Write addresses in full',
  rationale:
    'IP addresses, ranges of them such as `172.28.0.0/16`, and MAC addresses are read by the engine when the container or the network is made. It refuses others.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    dns: 8.8.8\n',
      'services:\n  web:\n    image: nginx\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.28.0.0\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    dns: [8.8.8.8, "2001:4860:4860::8888"]\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.28.0.0/16\n          gateway: 172.28.0.1\n',
    ],
  },
  check: (file) => reported(file, 'invalid-address'),
};
