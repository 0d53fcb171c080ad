import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const containerName: Rule<ComposeFile> = {
  id: 'container-name',
  summary: 'Name containers as engines allow it',
  rationale:
    'A container name begins with a letter or digit, and has at least one more letter, digit, `_`, `.` or `-`. The schema of compose lets others pass; the engine refuses them when the container is made.',
  severity: 'warning',
  codes: ['service-container-name-regex'],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    container_name: my web\n',
      'services:\n  web:\n    image: nginx\n    container_name: -web\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    container_name: my_web-1.0\n',
      'services:\n  web:\n    image: nginx\n    container_name: ${NAME}\n',
    ],
  },
  check: (file) => reported(file, 'container-name'),
};
