import { lowercaseStageName } from '../../../../../server/src/dockerfile/lint/rules/lowercase-stage-name.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(lowercaseStageName, {
  bad: { 'the name': 'FROM --platform=linux/arm64 a as\\\n MyStage\n ^^^^^^^\n' },
  good: { 'names in lower case, and none': 'FROM a AS my-stage.2\nFROM b\nFROM c AS\n' },
  fixes: {
    'everywhere it is used, and nowhere else': [
      'FROM a AS Base\nFROM Base AS two\nCOPY --chown=1 --from=Base Base Base\nRUN --mount=type=bind,from=Base,target=/x ls Base\nFROM base\n',
      'FROM a AS base\nFROM base AS two\nCOPY --chown=1 --from=base Base Base\nRUN --mount=type=bind,from=base,target=/x ls Base\nFROM base\n',
    ],
  },
});
