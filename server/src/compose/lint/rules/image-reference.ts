import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const imageReference: Rule<ComposeFile> = {
  id: 'image-reference',
  summary: 'Name images as engines read them',
  rationale:
    'A reference is `[registry/]name[:tag][@digest]`; the name is in lower case. With others the engine says “invalid reference format” when the image is pulled.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: Nginx\n',
      'services:\n  web:\n    image: nginx:1.27:alpine\n',
      'services:\n  web:\n    build: .\n    image: my app\n',
    ],
    good: [
      'services:\n  web:\n    image: registry.example.com:5000/team/web:1.0\n',
      'services:\n  web:\n    image: ${IMAGE}\n',
    ],
  },
  check: (file) => reported(file, 'image-reference'),
};
