import { expect, test } from 'vitest';
import { noSecretVariable } from '../../../../../server/src/dockerfile/lint/rules/no-secret-variable.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noSecretVariable, {
  bad: {
    'each of several': 'FROM a\nENV user=x password=y \\\n  token=z\n           ^^^^^^^^\n  ^^^^^'.replace(
      ' \\\n  token=z\n           ^^^^^^^^\n  ^^^^^',
      ' \\\n           ^^^^^^^^\n  token=z\n  ^^^^^\n',
    ),
    'the old form': 'FROM a\nENV DB_PASSWORD hunter2\n    ^^^^^^^^^^^\n',
    'what will run later': 'FROM a\nONBUILD ARG NPM_TOKEN\n            ^^^^^^^^^\n',
    'a name that one tool knows': 'FROM a\nENV TRAVIS_SUDO=1\n    ^^^^^^^^^^^\n',
  },
  good: {
    'words that only look like it': 'FROM a\nENV MONKEY=1 KEYBOARD=de AUTHOR=me AUTHORITY=x COMPASS=y\n',
    'what is public or only a file': 'FROM a\nENV PUBLIC_KEY=a KEY_FILE=/b AUTH_MODULE_VERSION=2\n',
  },
  fixes: {
    'where it is used': [
      'FROM a\nARG NPM_TOKEN\nRUN x\nRUN echo ${NPM_TOKEN} \\\n  > y\nRUN --network=none <<EOF\n$NPM_TOKEN\nEOF\n',
      'FROM a\nRUN x\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN echo ${NPM_TOKEN} \\\n  > y\n' +
        'RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN --network=none <<EOF\n$NPM_TOKEN\nEOF\n',
    ],
  },
  unfixable: {
    'a variable of the image': 'FROM a\nENV TOKEN=x\nRUN echo $TOKEN\n',
    'a default': 'FROM a\nARG TOKEN=x\nRUN echo $TOKEN\n',
    'another use': 'FROM a\nARG TOKEN\nRUN echo $TOKEN\nLABEL a=$TOKEN\n',
    'one of several': 'FROM a\nARG TOKEN other\nRUN echo $TOKEN\n',
    'a stage that others continue': 'FROM a AS b\nARG TOKEN\nRUN echo $TOKEN\nFROM b\nRUN echo $TOKEN\n',
    'no use': 'FROM a\nARG TOKEN\nRUN echo $TOKENS\n',
  },
});

test('says which tool would report it', () => {
  const codes = (text: string): unknown => problemsOf(noSecretVariable, text).map((problem) => problem.codes);
  expect(codes('ARG GIT_TOKEN\nFROM a\n')).toEqual([['DL3064']]);
  expect(codes('ARG KEY\nFROM a\n')).toEqual([]);
  expect(codes('FROM a\nARG KEY\n')).toEqual([['SecretsUsedInArgOrEnv']]);
  expect(codes('FROM a\nARG my_token TOKEN_VERSION username\n')).toEqual([
    ['DL3064', 'SecretsUsedInArgOrEnv'],
    ['DL3064'],
    ['DL3064'],
  ]);
  expect(codes('FROM a\nONBUILD ENV KEY=x\n')).toEqual([]);
});
