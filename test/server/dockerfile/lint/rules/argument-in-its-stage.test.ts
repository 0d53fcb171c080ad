import { argumentInItsStage } from '../../../../../server/src/dockerfile/lint/rules/argument-in-its-stage.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(argumentInItsStage, {
  bad: {
    'the first use of a stage':
      'ARG V=1\nFROM alpine\nRUN a && b "$V"\n            ^^\nRUN c $V\nFROM debian\nRUN d ${V:-2}\n      ^^^^^^^\n',
    'one in a here-document': 'ARG V=1\nFROM alpine\nRUN <<EOF\na $V\n  ^^\nEOF\n',
    'one before it is declared': 'ARG V=1\nFROM alpine\nRUN a $V\n      ^^\nARG V\n',
  },
  good: {
    'a stage that declares it': 'ARG V=1\nFROM alpine\nARG V\nRUN a $V\n',
    'a stage that sets it': 'ARG V=1\nFROM alpine\nENV V=2\nRUN a $V\n',
    'a RUN that sets it': 'ARG V=1 W=1\nFROM alpine\nRUN V=2; a $V\nRUN for W in a b; do c $W; done\n',
    'what the base image is likely to set': 'ARG PYTHON_VERSION=3\nFROM python:3\nRUN a $PYTHON_VERSION\n',
    'an image that is not known': 'ARG V=1\nARG BASE\nFROM $BASE\nRUN a $V\n',
    'other variables': 'ARG V=1\nFROM alpine\nRUN a $VV \\$V $$V\n',
    PowerShell: 'ARG V=1\nFROM alpine\nSHELL ["pwsh", "-Command"]\nRUN a $V\n',
  },
  fixes: { 'with ARG before it': ['ARG V=1\nFROM alpine\nrun a $V\n', 'ARG V=1\nFROM alpine\narg V\nrun a $V\n'] },
});
