import { nonRootImage } from '../../../../../server/src/dockerfile/lint/rules/non-root-image.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(nonRootImage, {
  bad: {
    'the image of the last stage': 'FROM a AS one\nUSER x\nFROM golang:1 AS two\n     ^^^^^^^^\n',
    'a base further up': 'FROM docker.io/library/debian:12 AS one\nFROM one\n     ^^^\n',
    'a value that the file gives': 'ARG B=alpine:3\nFROM $B\n     ^^\n',
  },
  good: {
    'a user further up': 'FROM alpine:3 AS one\nUSER 1\nFROM one\n',
    'images that are not known': 'FROM acme/app\n',
    'other registries': 'FROM ghcr.io/acme/alpine\n',
    'no stage': 'RUN x\n',
  },
  fixes: { 'where there is a user': ['FROM node:22\nCMD x\n', 'FROM node:22\nCMD x\nUSER node\n'] },
  unfixable: { 'where there is none': 'FROM alpine:3\n' },
});
