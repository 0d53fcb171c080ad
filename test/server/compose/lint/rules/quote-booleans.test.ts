import { quoteBooleans } from '../../../../../server/src/compose/lint/rules/quote-booleans.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(quoteBooleans, {
  bad: {
    'a map':
      'services:\n  web:\n    image: nginx\n    environment:\n      A: true\n         ^^^^\n      B: False\n         ^^^^^\n',
  },
  good: {
    texts: 'services:\n  web:\n    image: nginx\n    environment:\n      A: "true"\n      B: yes\n      C: 1\n',
  },
  fixes: {
    'a boolean': [
      'services:\n  web:\n    image: nginx\n    environment:\n      A: true # on\n',
      'services:\n  web:\n    image: nginx\n    environment:\n      A: "true" # on\n',
    ],
  },
});
