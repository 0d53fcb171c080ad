import { mergeRuns } from '../../../../../server/src/dockerfile/lint/rules/merge-runs.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(mergeRuns, {
  bad: {
    'each but the first': 'FROM a\nRUN b\nRUN c\n^^^\nRUN ["d"]\n^^^\n',
    'the same flags in another order':
      'FROM a\nRUN --network=host --mount=type=tmpfs,target=/x b\nRUN --mount=type=tmpfs,target=/x --network=host c\n^^^\n',
  },
  good: {
    'what was divided on purpose': 'FROM a\nRUN b && c\nRUN d\nRUN e; f\n',
    'other flags': 'FROM a\nRUN --network=none b\nRUN c\n',
    'something between': 'FROM a\nRUN b\nENV X=1\nRUN c\nFROM d\nRUN e\n',
    'another shell': 'FROM a\nSHELL ["pwsh", "-c"]\nRUN b\nRUN c\n',
  },
  fixes: {
    'two lines': ['FROM a\nRUN b\nRUN c d\n', 'FROM a\nRUN b \\\n    && c d\n'],
    'keeping a comment, not the empty line': [
      'FROM a\nRUN --network=none b > x\n\n# why\nRUN --network=none c\n',
      'FROM a\nRUN --network=none b > x \\\n# why\n    && c\n',
    ],
  },
  unfixable: {
    'a branch': 'FROM a\nRUN b\nRUN if [ -f c ]; then d; fi\n',
    'a comment in the shell': 'FROM a\nRUN b # why\nRUN c\n',
    'a here-document': 'FROM a\nRUN b\nRUN <<EOF\nc\nEOF\n',
    'exec form': 'FROM a\nRUN ["b"]\nRUN c\n',
    'a command in the background': 'FROM a\nRUN b &\nRUN c\n',
  },
});
