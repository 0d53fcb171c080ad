import { unusedStage } from '../../../../../server/src/dockerfile/lint/rules/unused-stage.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(unusedStage, {
  bad: {
    'one without a name': 'FROM a\n^^^^^^\nFROM b AS c\nFROM c\n',
    'one that is copied from by a mistyped name': 'FROM a AS build\n^^^^^^^^^^^^^^^\nFROM b\nCOPY --from=biuld x /\n',
    'one that only uses itself': 'FROM a AS build\n^^^^^^^^^^^^^^^\nRUN --mount=from=build x\nFROM b\n',
  },
  good: {
    'names, numbers and mounts':
      'FROM a AS one\nFROM b\nFROM c AS three\nFROM one\nCOPY --from=1 x /\nRUN --mount=type=bind,from=Three y\n',
    'targets to choose from': 'FROM a AS base\nFROM base AS dev\nFROM base AS test\nFROM base\n',
    'several that stand alone': 'FROM a AS web\nFROM a AS worker\nFROM a\n',
    'a copy from a later stage': 'FROM a\nCOPY --from=two x /\nFROM b AS two\nFROM c\nCOPY --from=0 x /\n',
  },
});
