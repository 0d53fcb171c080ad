import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const wrongType: Rule<ComposeFile> = {
  id: 'wrong-type',
  summary: 'Write each value in a form that its key takes',
  rationale:
    'A key takes a text, a number, true or false, a list or a mapping, some of them several of these. Compose refuses the others. YAML reads a bare `80` as a number and `true` as a truth value; quotes make them text. A value with a variable in it is not checked, since it is not known here.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    environment: A=b\n',
      'services:\n  - web:\n      image: nginx\n',
      'name: 123\nservices:\n  web:\n    image: nginx\n',
      'services:\n  web:\n    image: nginx\n    privileged: maybe\n',
      'services:\n  web:\n    image: nginx\n    ports:\n',
    ],
    good: [
      'name: "123"\nservices:\n  web:\n    image: nginx\n    environment:\n      A: b\n    privileged: ${PRIVILEGED}\n    ports: [80, "90"]\n',
    ],
  },
  check: (file) => reported(file, 'wrong-type'),
};
