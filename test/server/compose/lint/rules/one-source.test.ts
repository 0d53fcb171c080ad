import { oneSource } from '../../../../../server/src/compose/lint/rules/one-source.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(oneSource, {
  bad: {
    'two sources':
      'secrets:\n  a:\n    file: b\n    environment: C\n    ^^^^^^^^^^^\nconfigs:\n  a:\n    file: b\n    content: a\n    ^^^^^^^\n',
    'no source': 'services:\n  web:\n    image: nginx\nsecrets:\n  a:\n  ^\n    name: b\n',
    'a credential spec':
      'services:\n  web:\n    image: nginx\n    credential_spec:\n      file: a\n      registry: b\n      ^^^^^^^^\n',
  },
  good: {
    'what compose takes': 'secrets:\n  a: {file: b}\n  b: {external: true}\n  c: {driver: d}\n',
    'a file that can only be merged over another': 'secrets:\n  a:\n    name: b\n',
    'an override file': { 'compose.yaml': 'services: {}\n', 'compose.override.yaml': 'secrets:\n  a:\n    name: b\n' },
  },
});
