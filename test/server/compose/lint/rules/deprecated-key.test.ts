import { deprecatedKey } from '../../../../../server/src/compose/lint/rules/deprecated-key.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(deprecatedKey, {
  bad: {
    version: 'version: "3"\n^^^^^^^\nservices: {}\n',
    'the address of a service':
      'services:\n  web:\n    image: nginx\n    mac_address: 02:42:ac:11:00:02\n    ^^^^^^^^^^^\n',
    'the name of what is external': 'volumes:\n  a:\n    external:\n      name: b\n      ^^^^\n',
  },
  fixes: {
    version: ['# top\nversion: "3.8"\n\nservices: {}\n', '# top\nservices: {}\n'],
    'version with a comment': ['version: "3.8" # old\nservices: {}\n', '# old\nservices: {}\n'],
    'version at the end': ['services: {}\nversion: "3"\n', 'services: {}\n'],
    'the name of what is external': [
      'volumes:\n  a:\n    external:\n      name: "b" # c\n',
      'volumes:\n  a:\n    external: true\n    name: "b" # c\n',
    ],
    'such a name in braces': [
      'networks:\n  a:\n    external: {name: b}\n',
      'networks:\n  a:\n    external: true\n    name: b\n',
    ],
    'version among others in braces, not': ['{version: "3", services: {}}\n', '{version: "3", services: {}}\n'],
  },
});
