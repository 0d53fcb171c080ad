import { unquotedVolumes } from '../../../../../server/src/compose/lint/rules/unquoted-volumes.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(unquotedVolumes, {
  bad: {
    quotes:
      'services:\n  web:\n    image: nginx\n    volumes:\n      - \'./a:/a\'\n        ^^^^^^^^\n      - "b:/c"\n        ^^^^^^\n',
  },
  good: {
    'quotes that are needed':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - "./a #b:/a"\n      - "${A}:/b"\n',
  },
  fixes: {
    quotes: [
      'services:\n  web:\n    image: nginx\n    volumes: ["./a:/a:ro"]\n',
      'services:\n  web:\n    image: nginx\n    volumes: [./a:/a:ro]\n',
    ],
  },
});
