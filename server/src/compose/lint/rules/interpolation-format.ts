import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const interpolationFormat: Rule<ComposeFile> = {
  id: 'interpolation-format',
  summary: 'Write variables as compose reads them',
  rationale:
    'Compose replaces `$NAME` and `${NAME}` in values, with `:-` and `-` (default), `:+` and `+` (replacement), `:?` and `?` (required) inside the braces. Anything else after `${` is refused. A dollar sign that is meant as such is written `$$`. Shell forms such as `${NAME/a/b}` do not exist here.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:${TAG\n',
      'services:\n  web:\n    image: nginx:${TAG!}\n',
      'services:\n  web:\n    image: nginx\n    labels:\n      rule: "${ }"\n',
    ],
    good: ['services:\n  web:\n    image: nginx:${TAG:-1.27}\n    command: echo $$HOME ${A:+set ${B}} $5 ^a$\n'],
  },
  check: (file) => reported(file, 'interpolation-format'),
};
