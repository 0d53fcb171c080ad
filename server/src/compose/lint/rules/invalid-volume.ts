import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidVolume: Rule<ComposeFile> = {
  id: 'invalid-volume',
  summary: 'Write volumes as compose reads them',
  rationale:
    'A volume is `[source:]target[:mode]`. Compose refuses empty parts and more than three; a bind mount needs a source. That the path in the container is absolute, only the engine looks, and this is a warning.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ":/data"\n',
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ./a:/b:ro:z\n',
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: bind\n        target: /app\n',
      'services:\n  web:\n    image: nginx\n    volumes:\n      - data\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - /var/lib/data\n      - ./a:/b:ro,z\n      - C:\\data:/data\n      - ${DIR:-.}:/app\n',
    ],
  },
  check: (file) => reported(file, 'invalid-volume'),
};
