import { expect, test } from 'vitest';
import { noTargetPlatform } from '../../../../../server/src/dockerfile/lint/rules/no-target-platform.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noTargetPlatform, {
  bad: {
    'the flag': 'FROM --platform=$TARGETPLATFORM a\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    'one in quotes and braces': 'FROM --platform="${TARGETPLATFORM}" a\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
  },
  good: {
    'another one': 'FROM --platform=$BUILDPLATFORM a\nFROM --platform=$MYTARGETPLATFORM a\n',
    'more than that': 'FROM --platform=$TARGETPLATFORM/v8 a\nFROM --platform=$X$TARGETPLATFORM a\n',
  },
  fixes: { 'the flag and the blank behind it': ['from --platform=$TARGETPLATFORM a as b\n', 'from a as b\n'] },
});

test.each<[string, string[][]]>([
  ['FROM --platform=$TARGETPLATFORM a\n', [['DL3065', 'RedundantTargetPlatform']]],
  ['FROM --platform=${TARGETPLATFORM:-x} a\n', [['RedundantTargetPlatform']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(noTargetPlatform, text).map((problem) => problem.codes)).toEqual(codes);
});
