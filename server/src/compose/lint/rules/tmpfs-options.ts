import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const tmpfsOptions: Rule<ComposeFile> = {
  id: 'tmpfs-options',
  summary: 'Use options that a tmpfs knows',
  rationale:
    'A tmpfs is `/path` or `/path:options`, with options such as `size=64m`, `mode=1777`, `uid=1000` and `noexec` between commas. The engine refuses others.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    tmpfs: /run:siez=64m\n',
      'services:\n  web:\n    image: nginx\n    tmpfs:\n      - tmp\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    tmpfs:\n      - /run\n      - /tmp:size=64m,mode=1777,noexec\n'],
  },
  check: (file) => reported(file, 'tmpfs-options'),
};
