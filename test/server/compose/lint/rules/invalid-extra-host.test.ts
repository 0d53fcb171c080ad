import { invalidExtraHost } from '../../../../../server/src/compose/lint/rules/invalid-extra-host.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidExtraHost, {
  bad: {
    'no address':
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - db\n        ^^\n      - "db:"\n           ^\n',
    'no name': 'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - "::::1"\n         ^\n',
    'a wrong address':
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - db=10.0.0.256\n           ^^^^^^^^^^\n      - "a:10.0.0.1,b"\n                    ^\n',
    'a mapping':
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      "a:b": 10.0.0.1\n      ^^^^^\n      c: gateway\n         ^^^^^^^\n      d: [10.0.0.1, x]\n                    ^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    extra_hosts:\n      - a=10.0.0.1\n      - "a:::1"\n      - a=[::1]\n      - a:host-gateway\n      - "${HOST}"\n',
  },
});
