import { fromFirst } from '../../../../../server/src/dockerfile/lint/rules/from-first.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(fromFirst, {
  bad: {
    'everything before FROM': 'ARG A\nRUN x \\\n^^^\n  y\nENV A=1\n^^^\nFROM a\nRUN z\n',
    'once where there is none': 'ARG A\nRUN x\n^^^\nRUN y\n',
  },
  good: { 'ARGs, comments and nothing': '# c\n\narg A\nFROM a\n', 'an empty file': '\n', 'ARGs alone': 'ARG A\n' },
});
