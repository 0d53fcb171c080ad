import { oneDockerfile } from '../../../../../server/src/compose/lint/rules/one-dockerfile.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(oneDockerfile, {
  bad: {
    both: 'services:\n  web:\n    image: nginx\n    build:\n      context: .\n      dockerfile: a\n      dockerfile_inline: FROM b\n      ^^^^^^^^^^^^^^^^^\n',
  },
  good: {
    'one that is merged in and reset':
      'x-build: &build\n  context: .\n  dockerfile: a\nservices:\n  web:\n    image: nginx\n    build:\n      <<: *build\n      dockerfile: !reset null\n      dockerfile_inline: FROM b\n',
  },
});
