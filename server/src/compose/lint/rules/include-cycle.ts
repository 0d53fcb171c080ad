import { problemRule } from '../projectProblem.ts';

export const includeCycle = problemRule({
  id: 'include-cycle',
  summary: 'Let no file include itself',
  rationale:
    'An included file is read as a project of its own, with what it includes in turn. Compose refuses a circle.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['include:\n  - compose.yaml\nservices:\n  web:\n    image: nginx\n'],
    good: ['services:\n  web:\n    image: nginx\n'],
  },
});
