import { expect, test } from 'vitest';
import { uniqueStageName } from '../../../../../server/src/dockerfile/lint/rules/unique-stage-name.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(uniqueStageName, {
  bad: {
    'the second and the third': 'FROM a AS one\nFROM b AS one\n          ^^^\nFROM c AS ONE\n          ^^^\n',
  },
  good: { 'stages without names': 'FROM a\nFROM a\nFROM a AS b\n' },
  fixes: {
    'what means the second one': [
      'FROM a AS one\nFROM one AS one\nFROM one\nCOPY --from=one x /\nCOPY --from=0 x /\nRUN --mount=type=bind,from=one x\n',
      'FROM a AS one\nFROM one AS one-2\nFROM one-2\nCOPY --from=one-2 x /\nCOPY --from=0 x /\nRUN --mount=type=bind,from=one-2 x\n',
    ],
    'with a name that is free': [
      'FROM a AS one-2\nFROM a AS one\nFROM b AS one\n',
      'FROM a AS one-2\nFROM a AS one\nFROM b AS one-3\n',
    ],
  },
});

test.each<[string, string[][]]>([
  ['FROM a AS one\nFROM b AS one\n', [['DL3024', 'DuplicateStageName']]],
  ['FROM a AS one\nFROM b AS ONE\n', [['DuplicateStageName']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(uniqueStageName, text).map((problem) => problem.codes)).toEqual(codes);
});
