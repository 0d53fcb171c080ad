import { numericUser } from '../../../../../server/src/dockerfile/lint/rules/numeric-user.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(numericUser, {
  bad: {
    'the name alone': 'FROM a\nUSER app:app\n     ^^^\n',
    'a name in quotes': 'FROM a\nUSER "app"\n      ^^^\n',
    'the last one of the last stage': 'FROM a\nUSER one\nFROM b\nUSER two\nUSER three\n     ^^^^^\n',
    'a value that the file gives': 'FROM a\nENV U=app\nUSER $U\n     ^^\n',
    'a variable that is not set': 'FROM a\nUSER ${U}\n     ^^^^\n',
  },
  good: {
    numbers: 'FROM a\nUSER 1000:users\n',
    'values that are numbers': 'FROM a\nARG U=1000\nUSER ${U}\n',
    'standards that are': 'FROM a\nUSER ${U:-1000}:${G:-1000}\n',
    'a declared argument': 'FROM a\nARG U\nUSER $U\n',
    root: 'FROM a\nUSER root\n',
    'another user in between': 'FROM a\nUSER app\nRUN x\nUSER 1000\n',
    'no user': 'FROM a\nUSER\n',
  },
  fixes: {
    'with the uid of useradd': [
      'FROM a\nRUN useradd -u 1001 -m app\nUSER app:app\n',
      'FROM a\nRUN useradd -u 1001 -m app\nUSER 1001:app\n',
    ],
    'with the uid of adduser': [
      'FROM a\nRUN adduser -D --uid=7 app\nUSER app\n',
      'FROM a\nRUN adduser -D --uid=7 app\nUSER 7\n',
    ],
  },
  unfixable: { 'a user whose uid is not said': 'FROM a\nRUN useradd app && useradd -u 5 other\nUSER app\n' },
});
