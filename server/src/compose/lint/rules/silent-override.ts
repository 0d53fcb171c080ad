import { problemRule } from '../projectProblem.ts';

export const silentOverride = problemRule({
  id: 'silent-override',
  summary: 'Say each thing once in a list',
  rationale:
    'In these lists compose keeps one of the items that stand for the same, the last, and says nothing: variables, labels and build arguments by their name, mounts by their target, ports by all that they say, env files by their path. The others are usually left over from copying.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    environment:\n      - MODE=a\n      - MODE=b\n'],
    good: ['services:\n  web:\n    image: nginx\n    environment:\n      - MODE=a\n      - LEVEL=b\n'],
  },
});
