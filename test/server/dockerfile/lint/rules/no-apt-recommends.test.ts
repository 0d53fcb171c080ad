import { expect, test } from 'vitest';
import { noAptRecommends } from '../../../../../server/src/dockerfile/lint/rules/no-apt-recommends.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noAptRecommends, {
  bad: {
    'each installation':
      'FROM a\nRUN apt-get -y install x; apt-get install y\n               ^^^^^^^            ^^^^^^^\n',
    'one in ONBUILD': 'FROM a\nONBUILD RUN apt-get install x\n                    ^^^^^^^\n',
  },
  good: {
    'both ways to say it':
      'FROM a\nRUN apt-get --no-install-recommends install x; apt-get install -o apt::install-recommends=0 x\n',
    'recommendations that are wanted': 'FROM a\nRUN apt-get install --install-recommends x\n',
    'other verbs': 'FROM a\nRUN apt-get update; apt-get remove x; apt-get build-dep x\n',
    'options in a variable': 'FROM a\nRUN apt-get install $APT_FLAGS x\n',
  },
  fixes: {
    'after the yes': [
      'FROM a\nRUN apt-get install -y \\\n  x\n',
      'FROM a\nRUN apt-get install -y --no-install-recommends \\\n  x\n',
    ],
    'after the verb': [
      'FROM a\nRUN apt-get install x -f\n',
      'FROM a\nRUN apt-get install --no-install-recommends x -f\n',
    ],
  },
});

test('may change what is installed, so it is not safe', () => {
  expect(problemsOf(noAptRecommends, 'FROM a\nRUN apt-get install x\n')[0]?.fix?.safe).toBe(false);
});
