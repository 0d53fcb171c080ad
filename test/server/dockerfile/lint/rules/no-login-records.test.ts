import { noLoginRecords } from '../../../../../server/src/dockerfile/lint/rules/no-login-records.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noLoginRecords, {
  bad: {
    'a high id': 'FROM a\nRUN groupadd b && useradd -m -u 123456 b\n                  ^^^^^^^\n',
    'every spelling':
      'FROM a\nRUN useradd --uid 123456 b; useradd --uid=123456 b; useradd -u123456 b\n    ^^^^^^^                 ^^^^^^^                 ^^^^^^^\n',
  },
  good: {
    'five digits': 'FROM a\nRUN useradd -u 65534 b\n',
    'the option': 'FROM a\nRUN useradd -lmu 123456 b; useradd --no-log-init --uid 1234567 b\n',
    'a group': 'FROM a\nRUN useradd -g 123456 b; groupadd -g 123456 c\n',
    'what is not known': 'FROM a\nRUN useradd -u "$USER_ID" b\n',
    'the value of another option': 'FROM a\nRUN useradd -c -u -k 123456 b\n',
  },
  fixes: {
    'in its line': ['FROM a\nRUN useradd \\\n  -u 123456 b\n', 'FROM a\nRUN useradd -l \\\n  -u 123456 b\n'],
    'in exec form': [
      'FROM a\nRUN ["useradd", "-u", "123456", "b"]\n',
      'FROM a\nRUN ["useradd", "-l", "-u", "123456", "b"]\n',
    ],
  },
});
