import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const deprecatedKey: Rule<ComposeFile> = {
  id: 'deprecated-key',
  summary: 'Leave out keys that have no effect any more',
  rationale:
    '`version` comes from the time when the format had versions. Compose ignores it and warns of it; `external: {name: …}` became `external: true` and `name: …`.',
  severity: 'style',
  codes: ['no-version-field'],
  tags: [2],
  examples: {
    bad: ["version: '3.8'\nservices:\n  web:\n    image: nginx\n"],
    good: ['services:\n  web:\n    image: nginx\n'],
  },
  check: (file) => reported(file, 'deprecated-key'),
};
