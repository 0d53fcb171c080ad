import { imageWithoutBuildArguments } from '../../../../../server/src/dockerfile/lint/rules/image-without-build-arguments.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(imageWithoutBuildArguments, {
  options: { buildArgs: { V: '1' } },
  bad: {
    'an argument without a standard': 'ARG V\nFROM a:$V AS b\n     ^^^^\n',
    'a standard that makes no image': 'ARG V="a:"\nFROM busy$V\n     ^^^^^^\n',
    'nothing at all': 'ARG V\nFROM --platform=$BUILDPLATFORM ${V}\n                               ^^^^\n',
    'an argument that is not declared': 'FROM $V\n     ^^\n',
    'upper case': 'ARG V=Alpine\nFROM $V\n     ^^\n',
  },
  good: {
    standards: 'ARG V=1\nARG I=a:$V\nFROM $I\n',
    'empty parts': 'ARG V\nFROM a:1$V\nFROM a${V:+:}${V}\n',
    'arguments of the platform': 'FROM a:$TARGETARCH\n',
    'names without variables': 'FROM A\nFROM a:\n',
    'hosts, ports and digests': `ARG V=Host:5000\nFROM $V/a/b_c__d:1@sha256:${'1'.repeat(64)}\n`,
  },
  fixes: {
    'a tag': ['ARG V\nFROM alpine:$V\n', 'ARG V=latest\nFROM alpine:$V\n'],
    'a tag in braces': ['ARG A=1 V\nFROM alpine:${V} AS a\n', 'ARG A=1 V=latest\nFROM alpine:${V} AS a\n'],
  },
  unfixable: {
    'a whole name': 'ARG V\nFROM $V\n',
    'one that has a default': 'ARG V=\nFROM alpine:$V\n',
  },
});
