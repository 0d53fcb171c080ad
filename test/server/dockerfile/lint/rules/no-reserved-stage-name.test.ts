import { expect, test } from 'vitest';
import { noReservedStageName } from '../../../../../server/src/dockerfile/lint/rules/no-reserved-stage-name.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noReservedStageName, {
  bad: { 'both names': 'FROM a AS scratch\n          ^^^^^^^\nFROM b AS Context\n          ^^^^^^^\n' },
  good: { 'the image, and names around it': 'FROM scratch AS scratch-files\nFROM a AS contexts\n' },
  fixes: {
    'with its uses': [
      'FROM a AS context\nFROM b\nCOPY --from=context x /\n',
      'FROM a AS context-stage\nFROM b\nCOPY --from=context-stage x /\n',
    ],
  },
});

test.each<[string, string[][]]>([
  ['FROM a AS scratch\n', [['DL3063', 'ReservedStageName']]],
  ['FROM a AS Scratch\n', [['ReservedStageName']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(noReservedStageName, text).map((problem) => problem.codes)).toEqual(codes);
});
