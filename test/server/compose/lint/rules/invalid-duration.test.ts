import { invalidDuration } from '../../../../../server/src/compose/lint/rules/invalid-duration.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidDuration, {
  bad: {
    'no unit': 'services:\n  web:\n    image: nginx\n    stop_grace_period: "30"\n                       ^^^^\n',
    'unknown units':
      'services:\n  web:\n    image: nginx\n    healthcheck:\n      test: a\n      interval: 1m10sec\n                    ^^^\n      timeout: soon\n               ^^^^\n      start_period: 1m 10s\n                    ^^^^^^\n',
    'durations of deploy':
      'services:\n  web:\n    image: nginx\n    deploy:\n      update_config:\n        delay: 5x\n                ^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    stop_grace_period: 1h30m\n    healthcheck:\n      test: a\n      interval: 1.5s\n      timeout: 500ms\n      start_period: 0s\n      start_interval: "0"\n    deploy:\n      restart_policy:\n        window: 1w2d\n        delay: ${DELAY}\n',
  },
  fixes: {
    'a missing unit': [
      'services:\n  web:\n    image: nginx\n    stop_grace_period: "30"\n',
      'services:\n  web:\n    image: nginx\n    stop_grace_period: "30s"\n',
    ],
    'a long unit': [
      'services:\n  web:\n    image: nginx\n    stop_grace_period: 10seconds\n',
      'services:\n  web:\n    image: nginx\n    stop_grace_period: 10s\n',
    ],
  },
});
