import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const bindPathPrefix: Rule<ComposeFile> = {
  id: 'bind-path-prefix',
  summary: 'Begin a relative path of a volume with ./',
  rationale:
    'In the short form of a volume, only what begins with `.`, `/` or `~` is a path on the host; anything else is the name of a volume, and names cannot have a `/`. Compose then says that the volume is not defined.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    volumes:\n      - data/db:/var/lib/db\n'],
    good: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ./data/db:/var/lib/db\n      - ../shared:/shared\n',
    ],
  },
  check: (file) => reported(file, 'bind-path-prefix'),
};
