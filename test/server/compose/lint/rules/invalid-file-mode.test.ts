import { invalidFileMode } from '../../../../../server/src/compose/lint/rules/invalid-file-mode.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidFileMode, {
  bad: {
    'a digit that is not octal':
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: a\n        mode: "0489"\n              ^^^^^^\nsecrets:\n  a: {environment: A}\n',
    'a decimal number':
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: a\n        mode: 440\n              ^^^\nsecrets:\n  a: {environment: A}\n',
  },
  good: {
    octal:
      'services:\n  web:\n    image: nginx\n    secrets:\n      - {source: a, mode: 0440}\n      - {source: a, mode: 0o440}\n      - {source: a, mode: "440"}\nsecrets:\n  a: {environment: A}\n',
  },
  fixes: {
    'a decimal number': [
      'services:\n  web:\n    image: nginx\n    secrets: [{source: a, mode: 440}]\n',
      'services:\n  web:\n    image: nginx\n    secrets: [{source: a, mode: 0440}]\n',
    ],
  },
});
