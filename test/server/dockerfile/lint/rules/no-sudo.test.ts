import { noSudo } from '../../../../../server/src/dockerfile/lint/rules/no-sudo.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noSudo, {
  bad: {
    'each use': 'FROM a\nRUN sudo a && \\\n    ^^^^\n  sudo -u app b\n  ^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN sudo a\n            ^^^^\n',
    'exec form': 'FROM a\nRUN ["sudo", "a"]\n     ^^^^^^\n',
  },
  good: { 'what is installed': 'FROM a\nRUN apt-get install -y sudo && echo "app ALL=(ALL)" > /etc/sudoers.d/app\n' },
  fixes: {
    'where it stands alone': ['FROM a\nRUN a && \\\n  sudo b c\n', 'FROM a\nRUN a && \\\n  b c\n'],
    'in exec form': ['FROM a\nRUN ["sudo", "a"]\n', 'FROM a\nRUN ["a"]\n'],
  },
  unfixable: { 'what it was told to do': 'FROM a\nRUN sudo -E a\n' },
});
