import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const aliasTarget: Rule<ComposeFile> = {
  id: 'alias-target',
  summary: 'Let every alias stand for an anchor before it',
  rationale:
    '`*name` repeats the value that was marked with `&name` earlier in the same file. Compose refuses a file with an alias that has no anchor before it, or that stands inside its own target. Anchors do not reach into other files: use `extends` or `include` for that.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    <<: *common\n    image: nginx\n', 'x-first: *later\nx-second: &later\n  a: b\n'],
    good: ['x-common: &common\n  restart: always\nservices:\n  web:\n    <<: *common\n    image: nginx\n'],
  },
  check: (file) => reported(file, 'alias-target'),
};
