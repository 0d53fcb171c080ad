import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const listItemForm: Rule<ComposeFile> = {
  id: 'list-item-form',
  summary: 'Write the items of a list in their form',
  rationale:
    'Items of `environment` and `args` are `NAME=value` or `NAME`, without a blank before the `=`; those of `additional_contexts` are `name=path`, those of `ssh` are `default` or `id=path`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    environment:\n      - DEBUG =1\n',
      'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      additional_contexts:\n        - ../shared\n',
      'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      ssh: [mykey]\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    environment:\n      - DEBUG=1\n      - HOME\n    build:\n      context: .\n      additional_contexts:\n        - shared=../shared\n      ssh: [default, key=~/.ssh/id]\n',
    ],
  },
  check: (file) => reported(file, 'list-item-form'),
};
