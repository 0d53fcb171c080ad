import { noRootUser } from '../../../../../server/src/dockerfile/lint/rules/no-root-user.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noRootUser, {
  bad: {
    'each stage that ends so': 'FROM a AS one\nUSER root\n     ^^^^\nFROM b\nUSER 0:1000\n     ^^^^^^\n',
    'root in quotes': 'FROM a\nUSER "root"\n     ^^^^^^\n',
    'the last of several': 'FROM a\nUSER root\nUSER app\nUSER root:wheel\n     ^^^^^^^^^^\n',
  },
  good: {
    'a name that begins like it': 'FROM a\nUSER rootless\n',
    'a number that begins like it': 'FROM a\nUSER 01000\nUSER 0123:0\n',
    'a variable': 'FROM a\nARG WHO=root\nUSER $WHO\n',
    'no USER at all': 'FROM a\nRUN id\n',
    'an empty USER': 'FROM a\nUSER\n',
  },
  fixes: {
    'a stage that had another user before': [
      'FROM a AS one\nUSER app\nUSER root\nRUN id\n\nFROM b\n',
      'FROM a AS one\nUSER app\nUSER root\nRUN id\nUSER app\n\nFROM b\n',
    ],
    'a stage that had none, in its own case': ['from a\nuser root\n', 'from a\nuser root\nuser nobody\n'],
    'a stage that ends with a here-document': [
      'FROM a\nUSER 0\nRUN <<EOF\nid\nEOF\n',
      'FROM a\nUSER 0\nRUN <<EOF\nid\nEOF\nUSER nobody\n',
    ],
  },
});
