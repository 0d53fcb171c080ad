import { noRootCopy } from '../../../../../server/src/dockerfile/lint/rules/no-root-copy.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noRootCopy, {
  bad: {
    'source and destination': 'FROM a AS b\nFROM c\nCOPY --from=b / /\n              ^^^\n',
    quotes: 'FROM a\nCOPY --from=b:1 "/" \'/\'\n                ^^^^^^^\n',
    JSON: 'FROM a\nCOPY --from=b:1 ["/", "/"]\n                 ^^^^^^^^\n',
  },
  good: {
    parts: 'FROM a\nCOPY --from=b:1 /x /\nCOPY --from=b:1 / /x\nCOPY --from=b:1 / /x /\n',
    'the build context': 'FROM a\nCOPY / /\n',
    'an image of one layer': 'FROM a AS b\nFROM scratch AS c\nFROM c\nCOPY --from=b / /\n',
  },
});
