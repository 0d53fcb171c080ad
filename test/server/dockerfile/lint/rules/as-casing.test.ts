import { asCasing } from '../../../../../server/src/dockerfile/lint/rules/as-casing.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(asCasing, {
  bad: {
    as: 'FROM a as b\n       ^^\n',
    AS: 'from a AS b\n       ^^\n',
    As: 'FROM --platform=x a As b\n                    ^^\n',
  },
  good: { alike: 'FROM a AS b\nfrom a as b\n', neither: 'From a as b\nFROM a\n', 'a stage named so': 'FROM as\n' },
  fixes: { as: ['FROM a as b\n', 'FROM a AS b\n'] },
});
