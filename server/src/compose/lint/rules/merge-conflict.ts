import { problemRule } from '../projectProblem.ts';

export const mergeConflict = problemRule({
  id: 'merge-conflict',
  summary: 'Merge mappings over mappings and lists over lists',
  rationale:
    'Compose merges files key by key. A mapping cannot be merged over a list, nor either over the other where compose has no rule for it; write the key in the same form in both files, or replace the value with `!override`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    logging: {options: {tag: a}}\n---\nservices:\n  web:\n    logging:\n      options: [a]\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    environment: [A=1]\n---\nservices:\n  web:\n    environment: {B: 2}\n',
    ],
  },
});
