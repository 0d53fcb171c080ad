import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const variableInKey: Rule<ComposeFile> = {
  id: 'variable-in-key',
  summary: 'Write keys without variables',
  rationale:
    'Compose replaces variables in values, and never in keys. Where a list of `name=value` is possible, the whole item is a value.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    labels:\n      "${PREFIX}.owner": team\n'],
    good: ['services:\n  web:\n    image: nginx\n    labels:\n      - ${PREFIX}.owner=team\n'],
  },
  check: (file) => reported(file, 'variable-in-key'),
};
