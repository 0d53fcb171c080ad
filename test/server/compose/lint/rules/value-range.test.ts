import { valueRange } from '../../../../../server/src/compose/lint/rules/value-range.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(valueRange, {
  bad: {
    numbers:
      'services:\n  web:\n    image: nginx\n    mem_swappiness: 101\n                    ^^^\n    pids_limit: -2\n                ^^\n    blkio_config:\n      weight: "9"\n              ^^^\n    ulimits:\n      nofile:\n        soft: 2\n              ^\n        hard: 1\n',
  },
  good: {
    within:
      'services:\n  web:\n    image: nginx\n    mem_swappiness: 0\n    pids_limit: -1\n    blkio_config: {weight: 10}\n    ulimits:\n      nofile: {soft: -1, hard: -1}\n',
  },
});
