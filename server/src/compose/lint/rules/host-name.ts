import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const hostName: Rule<ComposeFile> = {
  id: 'host-name',
  summary: 'Use valid host names',
  rationale:
    '`hostname` and `domainname` follow RFC 1123: parts of letters, digits and `-`, with dots between them. Programs in the container stumble over others, `_` among them.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    hostname: my_host\n',
      'services:\n  web:\n    image: nginx\n    domainname: -example.com\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    hostname: web-1\n    domainname: example.com\n'],
  },
  check: (file) => reported(file, 'host-name'),
};
