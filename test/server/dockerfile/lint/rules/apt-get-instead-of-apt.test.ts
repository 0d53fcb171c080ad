import { expect, test } from 'vitest';
import { aptGetInsteadOfApt } from '../../../../../server/src/dockerfile/lint/rules/apt-get-instead-of-apt.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(aptGetInsteadOfApt, {
  bad: { 'each use': 'FROM a\nRUN apt update; x | apt -y install y\n    ^^^             ^^^\n' },
  good: {
    'its relatives': 'FROM a\nRUN apt-get update; apt-cache show apt; apt-key add apt; echo apt; aptitude update\n',
  },
  fixes: {
    'apt-get': ['FROM a\nRUN apt -o x=y install apt\n', 'FROM a\nRUN apt-get -o x=y install apt\n'],
    'apt-cache': ['FROM a\nRUN apt policy x\n', 'FROM a\nRUN apt-cache policy x\n'],
    JSON: ['FROM a\nRUN ["apt", "update"]\n', 'FROM a\nRUN ["apt-get", "update"]\n'],
  },
  unfixable: {
    'what only apt can': 'FROM a\nRUN apt list --installed\n',
    'a verb in a variable': 'FROM a\nRUN apt $VERB\n',
  },
});

test.each([
  ['apt install x', true],
  ['apt upgrade', false],
  ['apt show x', false],
])('is safe where both do the same: %s', (command, safe) => {
  expect(problemsOf(aptGetInsteadOfApt, `FROM a\nRUN ${command}\n`)[0]?.fix?.safe).toBe(safe);
});
