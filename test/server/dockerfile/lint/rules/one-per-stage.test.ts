import { expect, test } from 'vitest';
import { onePerStage } from '../../../../../server/src/dockerfile/lint/rules/one-per-stage.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(onePerStage, {
  bad: {
    'both, the one that does nothing and the one that takes its place': 'FROM a\nCMD x\n^^^\nRUN y\nCMD z\n^^^\n',
    'a file without FROM': 'cmd x\n^^^\ncmd y\n^^^\n',
  },
  good: {
    'another stage': 'FROM a\nCMD x\nHEALTHCHECK NONE\nFROM b\nCMD y\nHEALTHCHECK NONE\n',
    'the stage it continues': 'FROM a AS one\nCMD x\nFROM one\nCMD y\n',
    'ONBUILD, which is for another file': 'FROM a\nONBUILD CMD x\nCMD y\n',
  },
  fixes: {
    'the whole instruction': ['FROM a\nCMD x \\\n  # c\n  y\nCMD z\n', 'FROM a\nCMD z\n'],
    'without touching comments': ['FROM a\n# one\nCMD x\n# two\nCMD z', 'FROM a\n# one\n# two\nCMD z'],
  },
});

test.each<[string, string[][]]>([
  ['FROM a\nCMD x\nCMD y\n', [['MultipleInstructionsDisallowed'], ['DL4003']]],
  ['FROM a\nENTRYPOINT x\nENTRYPOINT y\n', [['MultipleInstructionsDisallowed'], ['DL4004']]],
  ['FROM a\nHEALTHCHECK NONE\nHEALTHCHECK CMD x\n', [['MultipleInstructionsDisallowed'], ['DL3012']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(onePerStage, text).map((problem) => problem.codes)).toEqual(codes);
});

test('only what does nothing is faded', () => {
  const problems = problemsOf(onePerStage, 'FROM a\nENTRYPOINT x\nENTRYPOINT y\n');
  expect(problems.map(({ tags, severity }) => [tags, severity])).toEqual([
    [[1], 'warning'],
    [undefined, 'error'],
  ]);
});
