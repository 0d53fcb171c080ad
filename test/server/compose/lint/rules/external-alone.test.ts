import { externalAlone } from '../../../../../server/src/compose/lint/rules/external-alone.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(externalAlone, {
  bad: {
    'a driver':
      'volumes:\n  a:\n    external: true\n    driver: local\n    ^^^^^^\n    labels: {a: b}\n    ^^^^^^\n    x-mine: 1\n',
    'two names': 'volumes:\n  a:\n    external: {name: b}\n    name: c\n    ^^^^\n',
    'a network': 'networks:\n  a:\n    external: "yes"\n    ipam: {}\n    ^^^^\n',
  },
  good: {
    'what compose takes':
      'volumes:\n  a: {external: true, name: b}\n  b: {external: false, driver: local}\n  c: {external: "${EXTERNAL}", driver: local}\nnetworks:\n  d: {external: {name: e}}\n',
  },
});
