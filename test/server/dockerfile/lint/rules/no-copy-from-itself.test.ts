import { expect, test } from 'vitest';
import { noCopyFromItself } from '../../../../../server/src/dockerfile/lint/rules/no-copy-from-itself.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noCopyFromItself, {
  bad: {
    'its name': 'FROM a AS one\nCOPY --from=one x /\n            ^^^\n',
    'its name in another case': 'FROM a AS one\nCOPY --from=ONE x /\n            ^^^\n',
    'its number': 'FROM a\nFROM b\nCOPY --from=1 x /\n            ^\n',
  },
  good: {
    'another stage': 'FROM a AS one\nFROM b AS two\nCOPY --from=one x /\nCOPY --from=0 x /\n',
    ONBUILD: 'FROM a AS one\nONBUILD COPY --from=one x /\n',
  },
});

test.each<[string, string[][]]>([
  ['FROM a AS one\nCOPY --from=one x /\n', [['DL3023']]],
  ['FROM a\nCOPY --from=0 x /\n', [[]]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(noCopyFromItself, text).map((problem) => problem.codes)).toEqual(codes);
});
