import { invalidDevice } from '../../../../../server/src/compose/lint/rules/invalid-device.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidDevice, {
  bad: {
    'too many parts':
      'services:\n  web:\n    image: nginx\n    devices:\n      - /dev/a:/dev/b:rwm:x\n                         ^^\n',
    'unknown permissions':
      'services:\n  web:\n    image: nginx\n    devices:\n      - /dev/a:/dev/b:rx\n                      ^^\n',
    'no path': 'services:\n  web:\n    image: nginx\n    devices:\n      - ":/dev/b"\n         ^\n',
    'a rule':
      'services:\n  web:\n    image: nginx\n    device_cgroup_rules:\n      - c 1:3\n        ^^^^^\n      - x 1:3 r\n        ^^^^^^^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    devices:\n      - /dev/a\n      - /dev/a:/dev/b\n      - /dev/a:/dev/b:r\n      - nvidia.com/gpu=all\n    device_cgroup_rules:\n      - a *:* rwm\n      - "c 1:3 mr"\n',
  },
});
