import { invalidAddress } from '../../../../../server/src/compose/lint/rules/invalid-address.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidAddress, {
  bad: {
    addresses:
      'services:\n  web:\n    image: nginx\n    dns: [8.8.8, "2001:db8::1::2", 1.2.3.04]\n          ^^^^^  ^^^^^^^^^^^^^^^^  ^^^^^^^^\nnetworks:\n  a:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/33\n                  ^^^^^^^^^^^\n          gateway: x\n                   ^\n',
  },
  good: {
    'what engines take':
      'services:\n  web:\n    image: nginx\n    dns: [8.8.8.8, "::1", "::ffff:1.2.3.4"]\nnetworks:\n  a:\n    ipam:\n      config:\n        - subnet: 2001:db8::/64\n',
  },
});
