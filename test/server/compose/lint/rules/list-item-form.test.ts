import { listItemForm } from '../../../../../server/src/compose/lint/rules/list-item-form.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(listItemForm, {
  bad: {
    'a blank before the =':
      'services:\n  web:\n    image: nginx\n    environment:\n      - A =b\n         ^\n      - "B  = c"\n          ^^\n',
    'no name': 'services:\n  web:\n    image: nginx\n    environment:\n      - =b\n        ^\n',
    'a build argument':
      'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      args:\n        - A =b\n           ^\n',
    'a context without a path':
      'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      additional_contexts:\n        - ../shared\n          ^^^^^^^^^\n',
    'an ssh key without a path':
      'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      ssh:\n        - key\n          ^^^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    environment:\n      - A\n      - B=\n      - C= d = e\n      - ${X} =1\n    build:\n      context: .\n      additional_contexts: [a=b, "c=docker-image://d"]\n      ssh: [default, key=~/.ssh/id]\n',
  },
  fixes: {
    'a blank before the =': [
      'services:\n  web:\n    image: nginx\n    environment: ["A =b"]\n',
      'services:\n  web:\n    image: nginx\n    environment: ["A=b"]\n',
    ],
  },
});
