import { noPointlessCommands } from '../../../../../server/src/dockerfile/lint/rules/no-pointless-commands.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noPointlessCommands, {
  bad: {
    'each of them': 'FROM a\nRUN a && ps aux | grep b; \\\n         ^^\n  service nginx start\n  ^^^^^^^\n',
    'in a branch': 'FROM a\nRUN if a; then kill 1; fi\n               ^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN top\n            ^^^\n',
  },
  good: {
    'what is installed': 'FROM a\nRUN apt-get install -y vim ssh && killall a\n',
    'what a container runs': 'FROM a\nCMD service nginx start\n',
    mounts: 'FROM a\nRUN --mount=type=ssh git clone a\n',
  },
});
