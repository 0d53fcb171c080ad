import { answerZypperPrompts } from '../../../../../server/src/dockerfile/lint/rules/answer-zypper-prompts.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(answerZypperPrompts, {
  bad: {
    'short and long verbs':
      'FROM a\nRUN zypper in x && zypper --gpg-auto-import-keys remove x\n           ^^                                    ^^^^^^\n',
    '-n after the verb, which is --name': 'FROM a\nRUN zypper install -n x\n           ^^^^^^^\n',
    'an upgrade of everything': 'FROM a\nRUN zypper --root /y dup\n                     ^^^\n',
  },
  good: {
    'no questions':
      'FROM a\nRUN zypper -n in x; zypper --non-interactive up; zypper in -y x; zypper rm --no-confirm x; zypper -qn patch\n',
    'what does not ask': 'FROM a\nRUN zypper refresh; zypper addrepo x y; zypper clean; zypper in --dry-run x\n',
  },
  fixes: {
    'before the verb, since not every one knows -y': ['FROM a\nRUN zypper si x\n', 'FROM a\nRUN zypper -n si x\n'],
    JSON: ['FROM a\nRUN ["zypper","in","x"]\n', 'FROM a\nRUN ["zypper", "-n","in","x"]\n'],
  },
});
