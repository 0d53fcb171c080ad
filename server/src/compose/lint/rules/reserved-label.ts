import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const reservedLabel: Rule<ComposeFile> = {
  id: 'reserved-label',
  summary: 'Leave the labels of compose alone',
  rationale:
    'Compose knows its containers, networks and volumes by labels that begin with `com.docker.compose`. With others’ values in them it loses track.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    labels:\n      com.docker.compose.project: mine\n',
      'services:\n  web:\n    image: nginx\n    labels:\n      - com.docker.compose.service=web\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    labels:\n      com.example.owner: team\n'],
  },
  check: (file) => reported(file, 'reserved-label'),
};
