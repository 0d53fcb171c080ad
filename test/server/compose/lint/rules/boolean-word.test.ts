import { booleanWord } from '../../../../../server/src/compose/lint/rules/boolean-word.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(booleanWord, {
  bad: {
    words: 'services:\n  web:\n    image: nginx\n    init: yes\n          ^^^\n    tty: "off"\n         ^^^^^\n',
  },
  good: {
    'truth values':
      'services:\n  web:\n    image: nginx\n    init: true\n    tty: "False"\n    labels: {a: yes}\n    privileged: ${YES}\n',
  },
  fixes: {
    'a word in quotes': [
      'services:\n  web:\n    image: nginx\n    tty: "off"\n',
      'services:\n  web:\n    image: nginx\n    tty: false\n',
    ],
  },
});
