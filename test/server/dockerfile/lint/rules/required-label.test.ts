import { requiredLabel } from '../../../../../server/src/dockerfile/lint/rules/required-label.ts';
import { parseConfig } from '../../../../../server/src/lint/config.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(requiredLabel, {
  options: { config: parseConfig('label-schema: {vendor: text}') },
  bad: {
    'each stage without it': 'FROM a AS one\n     ^\nFROM one\n     ^^^\nFROM c\nLABEL vendor=x\n',
    'a label that runs later': 'FROM a\n     ^\nONBUILD LABEL vendor=x\n',
  },
  good: {
    'what was labeled before': 'FROM a AS b\nLABEL vendor=x\nFROM b AS c\nFROM c\n',
    'what is labeled after': 'FROM a AS b\nFROM b AS c\nLABEL vendor=x\n',
    'what is only copied or mounted from':
      'FROM a AS b\nFROM a AS c\nFROM d\nLABEL vendor=x\nCOPY --from=0 /x /y\nRUN --mount=from=c,target=/z true\n',
    'no stage': 'LABEL x=y\n',
  },
  fixes: {
    'after the FROM': ['from a \\\n  as b\nrun c\n', 'from a \\\n  as b\nlabel vendor=""\nrun c\n'],
    'at the end': ['FROM a', 'FROM a\nLABEL vendor=""'],
  },
});

testRule(requiredLabel, {
  options: { config: parseConfig('no-fail: true') },
  good: { 'anything without a schema': 'FROM a\n' },
});
