import { expect, test } from 'vitest';
import { undefinedVariable } from '../../../../../server/src/dockerfile/lint/rules/undefined-variable.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(undefinedVariable, {
  bad: {
    'every instruction that the build expands':
      'FROM scratch\nLABEL a="$A"\n         ^^\nEXPOSE $B\n       ^^\nUSER ${C}:$D\n     ^^^^ ^^\nVOLUME ["/x$E"]\n           ^^\nENV X=1 Y=$F\n          ^^\nADD --chown=$G x /y\n            ^^\n',
    'one in another one’s default': 'FROM scratch\nARG A\nWORKDIR /${A:-$B}\n              ^^\n',
    'one on a continued line': 'FROM scratch\nCOPY a \\\n  # c\n  $B /\n  ^^\n',
    'one in a here-document': "FROM scratch\nCOPY <<EOF /x\nit's $B\n     ^^\nEOF\n",
    'one in a mount': 'FROM scratch\nRUN --mount=type=cache,target=$B x $C\n                              ^^\n',
    'one of another stage': 'FROM node:22 AS one\nARG A\nFROM node:22\nENV X=$A\n      ^^\n',
    'one that looks like another': 'FROM node:22\nARG VERSION\nLABEL v=$VERSON\n        ^^^^^^^\n',
  },
  good: {
    'one of the stage it continues': 'FROM scratch AS one\nARG A=1\nENV B=2\nFROM one\nENV X=$A Y=$B\n',
    'what the shell expands': 'FROM scratch\nRUN echo $A\nCMD echo $A\nENTRYPOINT echo $A\nHEALTHCHECK CMD echo $A\n',
    'what is protected': "FROM scratch\nENV A='$B' C=\\$D\nCOPY <<'EOF' /x\n$E\nEOF\n",
    'ONBUILD, which runs elsewhere': 'FROM scratch\nONBUILD ENV A=$B\n',
    'what a base image may set': 'FROM python:3\nLABEL v=$PYTHON_VERSION\n',
    'one of the same ENV, which another rule reports': 'FROM scratch\nENV A=1 B=$A\n',
    'old ENV': 'FROM scratch\nENV A some text\nENV B $A\n',
    'an image held in a variable': 'ARG BASE\nFROM $BASE\nENV X=$Y\n',
  },
  fixes: {
    'a misspelt name': ['FROM a\nARG NAME\nENV X="${NMAE:-1}"\n', 'FROM a\nARG NAME\nENV X="${NAME:-1}"\n'],
    'a global ARG': ['ARG V=1\nFROM a\nENV X=$V\n', 'ARG V=1\nFROM a\nARG V\nENV X=$V\n'],
  },
  unfixable: { 'an unknown name': 'FROM scratch\nENV X=$SOMETHING\n' },
});

test('says where a global argument has to be declared', () => {
  expect(problemsOf(undefinedVariable, 'ARG V=1\nFROM a\nENV X=$V\n')[0]?.message).toContain('ARG V');
});

test('a global argument tells which image it is', () => {
  expect(problemsOf(undefinedVariable, 'ARG BASE=alpine:3\nFROM $BASE\nENV X=$Y\n')).toHaveLength(1);
});
