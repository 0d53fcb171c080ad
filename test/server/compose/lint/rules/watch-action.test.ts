import { watchAction } from '../../../../../server/src/compose/lint/rules/watch-action.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(watchAction, {
  bad: {
    'an empty path':
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: ""\n                ^^\n          action: rebuild\n',
    'no target':
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: .\n          ^^^^\n          action: sync+restart\n',
    'keys without effect':
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: .\n          action: rebuild\n          target: /a\n          ^^^^^^\n          initial_sync: true\n          ^^^^^^^^^^^^\n          exec:\n          ^^^^\n            command: a\n',
    'no command':
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - path: .\n          ^^^^\n          action: sync+exec\n          target: /a\n',
  },
  good: {
    'each action':
      'services:\n  web:\n    image: nginx\n    develop:\n      watch:\n        - {path: ., action: rebuild}\n        - {path: ., action: restart}\n        - {path: ., action: sync, target: /a, initial_sync: true}\n        - {path: ., action: sync+exec, target: /a, exec: {command: a}}\n        - {path: ., action: "${ACTION}"}\n',
  },
});
