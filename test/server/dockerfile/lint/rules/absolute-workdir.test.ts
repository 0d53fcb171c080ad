import { expect, test } from 'vitest';
import { absoluteWorkdir } from '../../../../../server/src/dockerfile/lint/rules/absolute-workdir.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(absoluteWorkdir, {
  bad: {
    'a path in quotes': 'FROM alpine\nWORKDIR "my app"\n        ^^^^^^^^\n',
    'a path on the next line': 'FROM alpine\nWORKDIR \\\n  app\n  ^^^\n',
    'a variable whose value here is relative': 'FROM alpine\nENV DIR=app\nWORKDIR $DIR\n        ^^^^\n',
    'a path before any FROM': 'WORKDIR app\n        ^^^\n',
  },
  good: {
    'Windows paths': 'FROM mcr.microsoft.com/windows/nanoserver\nWORKDIR C:\\app\nWORKDIR "D:/app"\nWORKDIR \\app\n',
    'a variable without a value': 'FROM alpine\nARG DIR\nWORKDIR ${DIR}\n',
    'a variable whose value here is absolute': 'ARG ROOT=/srv\nFROM alpine\nARG ROOT\nWORKDIR $ROOT/app\n',
    'a variable that comes from the base image': 'FROM node\nWORKDIR $HOME_DIR\n',
    'nothing yet': 'FROM alpine\nWORKDIR \n',
  },
  fixes: {
    'the first of a stage': ['FROM alpine\nWORKDIR app\n', 'FROM alpine\nWORKDIR /app\n'],
    'one after an absolute one': ['FROM a\nWORKDIR /srv\nWORKDIR app\n', 'FROM a\nWORKDIR /srv\nWORKDIR /srv/app\n'],
    'one in quotes': ['FROM a\nWORKDIR "my app"\n', 'FROM a\nWORKDIR "/my app"\n'],
    'one after that of the stage it continues': [
      'FROM a AS one\nWORKDIR /srv/\nFROM one\nWORKDIR app\n',
      'FROM a AS one\nWORKDIR /srv/\nFROM one\nWORKDIR /srv/app\n',
    ],
  },
  unfixable: { 'a path after one that is not known': 'FROM a\nARG X\nWORKDIR $X\nWORKDIR app\n' },
});

test('BuildKit knows the first of a chain of stages only', () => {
  const text = 'FROM a AS one\nWORKDIR app\nWORKDIR lib\nFROM one\nWORKDIR more\nFROM b\nWORKDIR other\n';
  expect(problemsOf(absoluteWorkdir, text).map(({ codes }) => codes)).toEqual([
    ['DL3000', 'WorkdirRelativePath'],
    ['DL3000'],
    ['DL3000'],
    ['DL3000', 'WorkdirRelativePath'],
  ]);
});

test('what only BuildKit reports is a warning', () => {
  expect(problemsOf(absoluteWorkdir, 'FROM a\nENV DIR=app\nWORKDIR $DIR\n')).toMatchObject([
    { codes: ['WorkdirRelativePath'], severity: 'warning' },
  ]);
});
