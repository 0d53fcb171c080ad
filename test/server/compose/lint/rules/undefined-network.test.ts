import { undefinedNetwork } from '../../../../../server/src/compose/lint/rules/undefined-network.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(undefinedNetwork, {
  bad: {
    'an unknown name in a list':
      'services:\n  web:\n    image: nginx\n    networks:\n      - back\n        ^^^^\nnetworks:\n  other:\n',
    'an unknown key':
      'services:\n  web:\n    image: nginx\n    networks:\n      back:\n      ^^^^\n        priority: 1\n',
    'a name that an override file brings': {
      'compose.yaml': 'services:\n  web:\n    image: nginx\n',
      'compose.override.yaml': 'services:\n  web:\n    networks: [back]\n               ^^^^\n',
    },
  },
  good: {
    'a network of another file': {
      'compose.yaml': 'services:\n  web:\n    image: nginx\n    networks: [back]\n',
      'compose.override.yaml': 'networks:\n  back:\n',
    },
    'a name that is not known here': 'services:\n  web:\n    image: nginx\n    networks: ["${NETWORK}"]\n',
  },
  fixes: {
    'a misspelt name': [
      'services:\n  web:\n    image: nginx\n    networks: [fronted]\nnetworks:\n  frontend:\n',
      'services:\n  web:\n    image: nginx\n    networks: [frontend]\nnetworks:\n  frontend:\n',
    ],
  },
});
