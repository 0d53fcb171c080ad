import { resetTag } from '../../../../../server/src/compose/lint/rules/reset-tag.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(resetTag, {
  bad: {
    'a file that is merged over nothing':
      'services:\n  web:\n    image: nginx\n    ports: !reset []\n           ^^^^^^\n',
    'no value': {
      'compose.yaml': 'services:\n  web:\n    image: nginx\n',
      'compose.override.yaml': 'services:\n  web:\n    ports: !reset\n           ^^^^^^\n',
    },
  },
  good: {
    'an override file': {
      'compose.yaml': 'services:\n  web:\n    image: nginx\n',
      'compose.override.yaml': 'services:\n  web:\n    ports: !reset []\n    labels: !override {a: b}\n',
    },
    'a file that includes': 'include: [a.yaml]\nservices:\n  web:\n    ports: !reset []\n',
    'a service that extends': 'services:\n  a: {image: b}\n  web:\n    extends: a\n    ports: !reset []\n',
  },
});
