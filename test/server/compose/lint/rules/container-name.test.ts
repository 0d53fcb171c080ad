import { containerName } from '../../../../../server/src/compose/lint/rules/container-name.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(containerName, {
  bad: {
    names: "services:\n  web:\n    image: nginx\n    container_name: 'my web'\n                    ^^^^^^^^\n",
  },
  good: {
    others: 'services:\n  web:\n    image: nginx\n    container_name: a_b-c.d\n',
  },
});
