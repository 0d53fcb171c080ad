import { labelInsteadOfMaintainer } from '../../../../../server/src/dockerfile/lint/rules/label-instead-of-maintainer.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(labelInsteadOfMaintainer, {
  bad: { 'the keyword': 'FROM a\n  Maintainer me\n  ^^^^^^^^^^\n' },
  good: { 'the word elsewhere': 'FROM a\nLABEL MAINTAINER=me\n# MAINTAINER me\n' },
  fixes: {
    'a name in quotes': ['FROM a\nMAINTAINER "Ada L."\n', 'FROM a\nLABEL org.opencontainers.image.authors="Ada L."\n'],
    'a name with quotes and a dollar in it': [
      'FROM a\nmaintainer Ada "$x" L.\n',
      'FROM a\nlabel org.opencontainers.image.authors="Ada \\"\\$x\\" L."\n',
    ],
  },
});
