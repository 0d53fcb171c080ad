import { declaredFromArgument } from '../../../../../server/src/dockerfile/lint/rules/declared-from-argument.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(declaredFromArgument, {
  bad: {
    'in the name': 'FROM a:${X}-$Y AS b\n       ^^^^ ^^\n',
    'in the platform': 'FROM --platform=$X a\n                ^^\n',
    'one of a stage': 'FROM a\nARG X=1\nENV Y=1\nFROM b:$X-$Y\n       ^^ ^^\n',
    'one with a standard': 'FROM a:${X:-1}\n       ^^^^^^^\n',
  },
  good: {
    'arguments without a value': 'ARG X\nFROM a:$X\n',
    'those of the platform': 'FROM --platform=$BUILDPLATFORM a:$TARGETARCH$TARGETVARIANT\n',
    'what is protected': "FROM 'a$X'\n",
  },
  fixes: {
    'a misspelt one': ['ARG VERSION=1\nFROM a:${VERSON}\n', 'ARG VERSION=1\nFROM a:${VERSION}\n'],
    'an unknown one': ['# c\nfrom a:$X\n', '# c\narg X\nfrom a:$X\n'],
    'a late one': ['FROM a\nARG X=1\nFROM b:$X\n', 'ARG X\nFROM a\nARG X=1\nFROM b:$X\n'],
  },
});
