import { cleanZypperCache } from '../../../../../server/src/dockerfile/lint/rules/clean-zypper-cache.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(cleanZypperCache, {
  bad: {
    'a refresh': 'FROM a\nRUN zypper -n ref\n    ^^^^^^^^^^^^^\n',
    'a cleaning that comes too early': 'FROM a\nRUN zypper cc && zypper in a\n                 ^^^^^^^^^\n',
  },
  good: {
    cleanings:
      'FROM a\nRUN zypper in a && zypper clean -a\nRUN zypper in a && zypper cc\nRUN zypper in a && rm -rf /var/cache/zypp/*\n',
    'a mount': 'FROM a\nRUN --mount=type=cache,target=/var/cache/zypp zypper in a\n',
  },
  fixes: { 'at the end': ['FROM a\nRUN zypper in a\n', 'FROM a\nRUN zypper in a && zypper clean --all\n'] },
});
