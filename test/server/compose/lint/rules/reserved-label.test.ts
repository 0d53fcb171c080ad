import { reservedLabel } from '../../../../../server/src/compose/lint/rules/reserved-label.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(reservedLabel, {
  bad: {
    labels:
      'services:\n  web:\n    image: nginx\n    labels:\n      com.docker.compose.project: a\n      ^^^^^^^^^^^^^^^^^^^^^^^^^^\nvolumes:\n  a:\n    labels: ["com.docker.compose.volume=b"]\n              ^^^^^^^^^^^^^^^^^^^^^^^^^\n',
  },
  good: {
    others: 'services:\n  web:\n    image: nginx\n    labels: [com.docker.composer=a]\n',
  },
});
