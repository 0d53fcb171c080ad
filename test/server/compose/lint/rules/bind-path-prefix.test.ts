import { bindPathPrefix } from '../../../../../server/src/compose/lint/rules/bind-path-prefix.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(bindPathPrefix, {
  bad: {
    'a path without ./':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - data/db:/db\n        ^^^^^^^\n      - "a\\\\b:/b"\n         ^^^^\n',
  },
  good: {
    'names and paths':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - data:/db\n      - ~/a:/a\n      - ../a:/b\n      - /a/b:/c\n      - c:/x:/y\n      - a/b\n',
  },
  fixes: {
    'a path without ./': [
      'services:\n  web:\n    image: nginx\n    volumes: ["data/db:/db"]\n',
      'services:\n  web:\n    image: nginx\n    volumes: ["./data/db:/db"]\n',
    ],
  },
});
