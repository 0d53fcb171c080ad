import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const externalAlone: Rule<ComposeFile> = {
  id: 'external-alone',
  summary: 'Leave the setup of external things to where they are made',
  rationale:
    '`external: true` says that compose does not make this, so that other keys but `name` say nothing. Compose refuses them for volumes; elsewhere it ignores them, and this is a warning. A name in both places is refused, too.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\nvolumes:\n  data:\n    external: true\n    driver: local\n',
      'services:\n  web:\n    image: nginx\nnetworks:\n  front:\n    external: true\n    internal: true\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\nvolumes:\n  data:\n    external: true\n    name: app_data\nnetworks:\n  front:\n    external: false\n    internal: true\n',
    ],
  },
  check: (file) => reported(file, 'external-alone'),
};
