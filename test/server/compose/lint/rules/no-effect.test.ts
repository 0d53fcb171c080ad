import { noEffect } from '../../../../../server/src/compose/lint/rules/no-effect.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(noEffect, {
  bad: {
    'the owner of a file':
      'services:\n  web:\n    image: nginx\n    secrets:\n      - source: a\n        uid: "1"\n        ^^^\n        mode: 0400\n        ^^^^\nsecrets:\n  a: {file: b}\n',
    replicas:
      'services:\n  web:\n    image: nginx\n    deploy:\n      mode: global\n      replicas: 2\n      ^^^^^^^^\n',
    'options of another mount':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: volume\n        target: /a\n        bind: {}\n        ^^^^\n',
    'a provider': 'services:\n  ai:\n    provider: {type: model}\n    ports: ["80"]\n    ^^^^^\n',
  },
  good: {
    'the owner of a text':
      'services:\n  web:\n    image: nginx\n    configs:\n      - {source: a, mode: 0400}\nconfigs:\n  a: {content: b}\n',
  },
});
