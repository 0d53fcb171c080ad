import { pinImageDigest } from '../../../../../server/src/dockerfile/lint/rules/pin-image-digest.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinImageDigest, {
  bad: {
    'FROM, COPY and mounts':
      'FROM a:1 AS x\n     ^^^\nCOPY --from=b:2 x /\n            ^^^\nRUN --mount=from=c:3,target=/x y\n                 ^^^\n',
  },
  good: {
    'stages and variables': 'ARG V=1\nFROM scratch AS x\nFROM x\nFROM a:$V\nCOPY --from=0 x /\nCOPY --from=x x /\n',
    digests: `FROM a:1@sha256:${'a'.repeat(64)}\n`,
    'names without a tag, which tag-base-image is for': 'FROM a\n',
  },
});
