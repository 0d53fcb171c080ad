import { expect, test } from 'vitest';
import { noConstantPlatform } from '../../../../../server/src/dockerfile/lint/rules/no-constant-platform.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noConstantPlatform, {
  bad: {
    'the value': 'FROM --platform=linux/amd64 a\n                ^^^^^^^^^^^\n',
    'one in quotes': 'FROM --platform="linux/amd64" a\n                 ^^^^^^^^^^^\n',
    'a system alone': 'FROM --platform=linux a\n                ^^^^^\n',
  },
  good: {
    variables: 'FROM --platform=$BUILDPLATFORM a\nFROM --platform=linux/$X b\n',
    'no value': 'FROM --platform= a\nFROM --platform a\n',
  },
  fixes: {
    'the flag and the blank behind it': ['FROM --platform=linux/amd64 a\n', 'FROM a\n'],
    'a flag on a line of its own': ['FROM \\\n  --platform=linux/amd64 \\\n  a\n', 'FROM \\\n  \\\n  a\n'],
  },
});

test.each<[string, string[][]]>([
  ['FROM --platform=linux/amd64 a\n', [['DL3029', 'FromPlatformFlagConstDisallowed']]],
  ['FROM --platform=linux/aarch64 a AS my-arm64-stage\n', [['DL3029']]],
  ['FROM --platform=windows a AS windows\n', [['DL3029']]],
  ['FROM --platform=nonsense a\n', [['DL3029']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(noConstantPlatform, text).map((problem) => problem.codes)).toEqual(codes);
});
