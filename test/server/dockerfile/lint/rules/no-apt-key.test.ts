import { noAptKey } from '../../../../../server/src/dockerfile/lint/rules/no-apt-key.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noAptKey, {
  bad: {
    'each call': 'FROM a\nRUN b | apt-key add - && \\\n        ^^^^^^^\n  apt-key adv --recv-keys 1\n  ^^^^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN apt-key add b\n            ^^^^^^^\n',
  },
  good: { 'what only names it': 'FROM a\nRUN rm -f /usr/bin/apt-key && echo apt-key\n' },
});
