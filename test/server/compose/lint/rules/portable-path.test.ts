import { portablePath } from '../../../../../server/src/compose/lint/rules/portable-path.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(portablePath, {
  bad: {
    paths:
      'services:\n  web:\n    build:\n      context: /a\n               ^^\n      dockerfile: /b\n                  ^^\n    env_file:\n      - /c\n        ^^\n      - path: ~/d\n              ^^^\n',
  },
  good: {
    others: 'services:\n  web:\n    build: https://github.com/a/b.git\n    env_file: ../a\n    volumes: [/a:/b]\n',
  },
});
