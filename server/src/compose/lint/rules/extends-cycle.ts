import { problemRule } from '../projectProblem.ts';

export const extendsCycle = problemRule({
  id: 'extends-cycle',
  summary: 'Let no service extend itself',
  rationale: 'A service takes over what it extends, and that what it extends in turn. Compose refuses a circle.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    extends: api\n  api:\n    image: nginx\n    extends: web\n'],
    good: ['services:\n  web:\n    extends: api\n  api:\n    image: nginx\n'],
  },
});
