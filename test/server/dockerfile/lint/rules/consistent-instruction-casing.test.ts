import { consistentInstructionCasing } from '../../../../../server/src/dockerfile/lint/rules/consistent-instruction-casing.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(consistentInstructionCasing, {
  bad: {
    'the fewer': 'FROM a\nrun b\n^^^\nRUN c\n',
    'the upper ones where there are fewer': 'from a\nRUN b\n^^^\nrun c\n',
    'lower case in a draw': 'FROM a\nrun b\n^^^\n',
    'mixed case, which has no vote': 'from a\nRun b\n^^^\nRuN c\n^^^\n',
    'the first instruction': 'from a\n^^^^\nRUN b\nRUN c\n',
  },
  good: {
    'global arguments': 'arg x\nARG y\nFROM a\n',
    'what an ONBUILD runs': 'FROM a\nONBUILD run b\n',
    'what is no instruction': 'FROM a\nru\n',
  },
  fixes: {
    'with the AS of a FROM': ['from a as b\nRUN c\nRUN d\n', 'FROM a AS b\nRUN c\nRUN d\n'],
    'without an AS that is otherwise': ['from a AS b\nRUN c\nRUN d\n', 'FROM a AS b\nRUN c\nRUN d\n'],
    'with nothing else': ['from a\nrun b \\\n  RUN\nRUN c\n', 'from a\nrun b \\\n  RUN\nrun c\n'],
  },
});
