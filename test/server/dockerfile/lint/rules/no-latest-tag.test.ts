import { noLatestTag } from '../../../../../server/src/dockerfile/lint/rules/no-latest-tag.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noLatestTag, {
  bad: {
    'the image with its tag': 'FROM debian:latest AS a\n     ^^^^^^^^^^^^^\n',
    'one with a port and a variable':
      'FROM --platform=linux/arm64 $HOST:5000/app:latest\n                            ^^^^^^^^^^^^^^^^^^^^^\n',
    'every stage': 'FROM a:latest\n     ^^^^^^^^\nFROM b:latest\n     ^^^^^^^^\n',
  },
  good: {
    'a tag that only contains it': 'FROM a:latest-alpine\nFROM a:not-latest\n',
    'a port': 'FROM localhost:5000/latest\n',
    'a stage': 'FROM a:1 AS latest\nFROM latest\n',
  },
});
