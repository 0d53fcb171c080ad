import { expect, test } from 'vitest';
import { hasHealthcheck } from '../../../../../server/src/dockerfile/lint/rules/has-healthcheck.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(hasHealthcheck, {
  bad: {
    'the image of a stage without a name': 'FROM a\n     ^\n',
    'the name of the one that has none':
      'FROM a AS one\nFROM one AS two\nHEALTHCHECK NONE\nFROM one AS three\n            ^^^^^\n',
    'one that starts anew': 'FROM a\nHEALTHCHECK NONE\nFROM a\n     ^\n',
  },
  good: {
    'stages in between': 'FROM a AS one\nFROM one AS two\nFROM two\nHEALTHCHECK CMD x\n',
    'stages that files are taken from':
      'FROM a AS one\nFROM b AS two\nFROM c\nHEALTHCHECK CMD x\nCOPY --from=one x /\nRUN --mount=from=two y\n',
    'no stage': 'RUN x\n',
  },
});

test('offers a request to the port that is exposed, and to say that there is nothing to check', () => {
  const ways = (text: string) =>
    problemsOf(hasHealthcheck, text)[0]?.alternatives?.map(({ edits }) => applyEdits(text, edits));
  expect(ways('FROM a\nEXPOSE 8080/tcp\nCMD ["x"]\n')).toEqual([
    'FROM a\nEXPOSE 8080/tcp\nCMD ["x"]\nHEALTHCHECK CMD curl -fsS http://localhost:8080/ || exit 1\n',
    'FROM a\nEXPOSE 8080/tcp\nCMD ["x"]\nHEALTHCHECK NONE\n',
  ]);
  expect(ways('from a\n')).toEqual(['from a\nhealthcheck NONE\n']);
});
