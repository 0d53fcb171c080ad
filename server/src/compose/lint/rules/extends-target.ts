import { problemRule } from '../projectProblem.ts';

export const extendsTarget = problemRule({
  id: 'extends-target',
  summary: 'Extend from a service that is there',
  rationale:
    '`extends` takes over another service: of the same file (after what that file includes), or with `file` of another one. A file that is merged over others sees its own services only. Compose refuses a name that is not there, and a file that cannot be read.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    extends: basis\n  base:\n    image: nginx\n',
      'services:\n  web:\n    image: nginx\n    extends:\n      file: ./none.yaml\n      service: web\n',
    ],
    good: ['services:\n  web:\n    extends: base\n  base:\n    image: nginx\n'],
  },
});
