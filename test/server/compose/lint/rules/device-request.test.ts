import { deviceRequest } from '../../../../../server/src/compose/lint/rules/device-request.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(deviceRequest, {
  bad: {
    both: 'services:\n  web:\n    image: nginx\n    gpus:\n      - count: 1\n        device_ids: ["0"]\n        ^^^^^^^^^^\n',
  },
  good: {
    one: 'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        reservations:\n          devices: [{capabilities: [gpu], count: 1}]\n',
  },
});
