import { MappingValue, ScalarValue } from '../../project/model.ts';
import { projectRule } from '../projectRule.ts';
import { removalOfItem } from '../removal.ts';

export const silentOverride = projectRule({
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
  *check({ problems }) {
    for (const problem of problems) {
      if (problem.rule !== 'silent-override') continue;
      const edit =
        problem.at instanceof ScalarValue || problem.at instanceof MappingValue
          ? removalOfItem(problem.at.origin)
          : undefined;
      // The later item says all that counts.
      yield { ...problem, ...(edit && { fix: { title: 'Remove what does not count', edits: [edit], safe: true } }) };
    }
  },
});
