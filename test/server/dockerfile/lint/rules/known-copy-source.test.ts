import { knownCopySource } from '../../../../../server/src/dockerfile/lint/rules/known-copy-source.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(knownCopySource, {
  bad: {
    'a name that is not there': 'FROM a AS one\nFROM b\nCOPY --from=two x /\n            ^^^\n',
    'a stage that comes later': 'FROM a\nCOPY --from=two x /\n            ^^^\nFROM b AS two\n',
    'an image without a tag': 'FROM a\nCOPY --from=acme/tool x /\n            ^^^^^^^^^\n',
    'one on a line of its own': 'FROM a\nCOPY \\\n  --from=two \\\n         ^^^\n  x /\n',
  },
  good: {
    'what is a build error already': 'FROM a\nCOPY --from=9 x /\nFROM a AS one\nCOPY --from=two x /\nFROM one AS two\n',
    'names in any case, and numbers':
      'FROM a AS One\nFROM b\nCOPY --from=one x /\nCOPY --from=0 x /\nCOPY --from="one" x /\n',
    'images with a tag or digest': 'FROM a\nCOPY --from=b:1 x /\nCOPY --from=b@sha256:1 x /\n',
    'no --from, and an empty one': 'FROM a\nCOPY x /\nCOPY --from= x /\nCOPY --from x /\n',
    ONBUILD: 'FROM a\nONBUILD COPY --from=two x /\n',
  },
  fixes: {
    'a mistyped name': [
      'FROM a AS build\nFROM b\nCOPY --from=buidl x /\n',
      'FROM a AS build\nFROM b\nCOPY --from=build x /\n',
    ],
  },
  unfixable: { 'a name unlike all': 'FROM a AS build\nFROM b\nCOPY --from=other x /\n' },
});
