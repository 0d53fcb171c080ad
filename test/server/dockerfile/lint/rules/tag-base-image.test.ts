import { tagBaseImage } from '../../../../../server/src/dockerfile/lint/rules/tag-base-image.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(tagBaseImage, {
  bad: {
    'an image of a registry with a port': 'FROM localhost:5000/acme/app\n     ^^^^^^^^^^^^^^^^^^^^^^^\n',
    'one after flags and over lines': 'FROM --platform=linux/amd64 \\\n  debian AS base\n  ^^^^^^\n',
    'a stage that comes later only': 'FROM build\n     ^^^^^\nFROM debian:12 AS build\n',
  },
  good: {
    'a stage in another case': 'FROM debian:12 AS Build\nFROM build\n',
    'an image with a variable tag': 'ARG V\nFROM debian:$V\nFROM acme/$V\n',
    'nothing yet': 'FROM\n',
  },
  fixes: { 'with latest': ['FROM debian AS base\n', 'FROM debian:latest AS base\n'] },
});
