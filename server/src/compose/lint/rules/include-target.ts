import { problemRule } from '../projectProblem.ts';

export const includeTarget = problemRule({
  id: 'include-target',
  summary: 'Include files that are there',
  rationale:
    'Every path of `include`, and every env file that it names, must be a file that can be read; relative paths start from the folder of the project. Files from elsewhere (`https://…`, `oci://…`) are not fetched, and not checked.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['include:\n  - ./none.yaml\nservices:\n  web:\n    image: nginx\n'],
    good: ['include:\n  - https://github.com/example/app.git\nservices:\n  web:\n    image: nginx\n'],
  },
});
