import { hasHealthcheck } from '../../../../../server/src/dockerfile/lint/rules/has-healthcheck.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

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
