import { noInlineIgnore } from '../../../../../server/src/dockerfile/lint/rules/no-inline-ignore.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noInlineIgnore, {
  bad: {
    each: '# hadolint ignore=DL1\n^^^^^^^^^^^^^^^^^^^^^\nFROM a\n  #hadolint ignore = DL1, DL2 # why\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\nRUN b\n',
  },
  good: {
    'other comments':
      '# hadolint global ignore=DL1\n# hadolint stage ignore=DL1\nFROM a\n# hadolint ignore=no\n# gantry ignore=x\nRUN b\n',
  },
  fixes: {
    'with its line': ['FROM a\n  # hadolint ignore=DL1\nRUN b\n', 'FROM a\nRUN b\n'],
    'at the end': ['FROM a\n# hadolint ignore=DL1', 'FROM a'],
    'in Windows files': ['FROM a\r\n# hadolint ignore=DL1\r\nRUN b\r\n', 'FROM a\r\nRUN b\r\n'],
  },
});
