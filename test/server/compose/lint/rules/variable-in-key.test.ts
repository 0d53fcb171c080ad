import { variableInKey } from '../../../../../server/src/compose/lint/rules/variable-in-key.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(variableInKey, {
  bad: {
    'a label': 'services:\n  web:\n    image: nginx\n    labels:\n      $A: b\n      ^^\n',
  },
  good: {
    'no variable': 'services:\n  web:\n    image: nginx\n    labels:\n      "a$": b\n',
  },
});
