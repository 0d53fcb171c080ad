import { healthcheckTest } from '../../../../../server/src/compose/lint/rules/healthcheck-test.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(healthcheckTest, {
  bad: {
    'a list that begins with the program':
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: [curl, localhost]\n             ^^^^\n',
    'a block list':
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test:\n        - "cmd"\n          ^^^^^\n        - curl\n',
  },
  good: {
    'what compose takes': 'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["NONE"]\n',
    'a variable': 'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["${HOW}", a]\n',
    'an empty list': 'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: []\n',
  },
  fixes: {
    'a list': [
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["curl", "localhost"]\n',
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: ["CMD", "curl", "localhost"]\n',
    ],
  },
});
