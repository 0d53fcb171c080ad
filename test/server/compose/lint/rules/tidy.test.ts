import { defaultValue } from '../../../../../server/src/compose/lint/rules/default-value.ts';
import { redundantNetwork } from '../../../../../server/src/compose/lint/rules/redundant-network.ts';
import { silentOverride } from '../../../../../server/src/compose/lint/rules/silent-override.ts';
import { unusedAnchor } from '../../../../../server/src/compose/lint/rules/unused-anchor.ts';
import { testRule } from '../../../../support/composeRule.ts';

const web = (rest: string): string => `services:\n  web:\n    image: a:1\n${rest}`;

testRule(unusedAnchor, {
  bad: { 'one of two with the same name': 'x-a: &a 1\n     ^^\nx-b: &a 2\nx-c: *a\n' },
  fixes: {
    'before a value': ['x-a: &a 1\n', 'x-a: 1\n'],
    'at the end of a line': ['x-a: &a\n  b: 1\n', 'x-a:\n  b: 1\n'],
  },
});

testRule(redundantNetwork, {
  good: {
    'an alias on it': web('    networks: { default: { aliases: [a] } }\n'),
    'beside what another file adds': {
      'compose.yaml': web('    networks: [default]\n'),
      'compose.b.yaml': `${web('    networks: [front]\n')}networks:\n  front:\n`,
    },
  },
  fixes: {
    'of a service': [web('    networks:\n      - default\n    tty: true\n'), web('    tty: true\n')],
    'of the project': [`${web('')}networks:\n  default:\n`, web('')],
  },
});

testRule(defaultValue, {
  bad: {
    'of several': web(
      '    tty: false\n    ^^^\n    depends_on:\n      b: { condition: service_started, required: true }\n                                       ^^^^^^^^\n',
    ),
  },
  good: {
    'what takes the place of another value': {
      'compose.yaml': web('    tty: true\n'),
      'compose.b.yaml': web('    tty: false\n'),
    },
    'what a variable gives': web('    scale: ${R:-1}\n'),
  },
  fixes: { 'a key': [web('    tty: false # why\n    init: true\n'), web('    init: true\n')] },
});

testRule(silentOverride, {
  fixes: {
    'an item on its line': [
      web('    environment:\n      - A=1 # old\n      - B=1\n      - A=2\n'),
      web('    environment:\n      - B=1\n      - A=2\n'),
    ],
    'an item in brackets': [web('    environment: [A=1, A=2]\n'), web('    environment: [A=2]\n')],
  },
});
