import { commandQuotes } from '../../../../../server/src/compose/lint/rules/command-quotes.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(commandQuotes, {
  bad: {
    'a quote that is not closed':
      'services:\n  web:\n    image: nginx\n    command: echo "hello\n                  ^\n    entrypoint: sh -c \'a b\n                      ^\n',
    'a quote in a folded text':
      'services:\n  web:\n    image: nginx\n    command: >\n      echo one\n      "two\n      ^\n',
    'a parenthesis': 'services:\n  web:\n    image: nginx\n    command: echo (a)\n                  ^\n',
    'a backslash at the end': 'services:\n  web:\n    image: nginx\n    command: echo \\\n                  ^\n',
    'a hook':
      'services:\n  web:\n    image: nginx\n    post_start:\n      - command: echo "a\n                      ^\n',
  },
  good: {
    'closed quotes': 'services:\n  web:\n    image: nginx\n    command: echo "a (b)" \'c\' "it\'s" \\"x $(date -u)\n',
    lists: 'services:\n  web:\n    image: nginx\n    command: ["echo", "\\"a"]\n    entrypoint: ["(", ")"]\n',
    'what is not known here': 'services:\n  web:\n    image: nginx\n    command: echo "${A}\n',
  },
});
