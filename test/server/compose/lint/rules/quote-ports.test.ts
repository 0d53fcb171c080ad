import { quotePorts } from '../../../../../server/src/compose/lint/rules/quote-ports.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(quotePorts, {
  bad: {
    'a number with base 60': 'services:\n  web:\n    image: nginx\n    ports:\n      - 22:22\n        ^^^^^\n',
  },
  good: {
    others: 'services:\n  web:\n    image: nginx\n    ports:\n      - "22:22"\n      - 8080:80\n      - 80\n',
  },
  fixes: {
    'a port': [
      'services:\n  web:\n    image: nginx\n    ports: [22:22]\n',
      'services:\n  web:\n    image: nginx\n    ports: ["22:22"]\n',
    ],
  },
});
