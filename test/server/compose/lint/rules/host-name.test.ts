import { hostName } from '../../../../../server/src/compose/lint/rules/host-name.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(hostName, {
  bad: {
    names:
      'services:\n  web:\n    image: nginx\n    hostname: my_host\n              ^^^^^^^\n    domainname: a..b\n                 ^^\n',
  },
  good: {
    others: 'services:\n  web:\n    image: nginx\n    hostname: Web-1\n    domainname: example.com.\n',
  },
});
