import { commandNeedsShell } from '../../../../../server/src/compose/lint/rules/command-needs-shell.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(commandNeedsShell, {
  bad: {
    operators:
      'services:\n  web:\n    image: nginx\n    command: npm ci && npm start\n                    ^^\n    entrypoint: cat < in\n                    ^\n',
    'an operator in a block text': 'services:\n  web:\n    image: nginx\n    command: |\n      a b | c\n          ^\n',
  },
  good: {
    'operators in quotes':
      'services:\n  web:\n    image: nginx\n    command: sh -c "a && b"\n    entrypoint: [sh, -c, "a | b"]\n',
  },
  fixes: {
    'a command': [
      'services:\n  web:\n    image: nginx\n    command: npm ci && npm start\n',
      'services:\n  web:\n    image: nginx\n    command: ["sh", "-c", "npm ci && npm start"]\n',
    ],
    'a command in quotes': [
      'services:\n  web:\n    image: nginx\n    command: "echo \\"a\\" > b"\n',
      'services:\n  web:\n    image: nginx\n    command: ["sh", "-c", "echo \\"a\\" > b"]\n',
    ],
  },
});
