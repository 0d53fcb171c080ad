import { expect, test } from 'vitest';
import { noApkCache } from '../../../../../server/src/dockerfile/lint/rules/no-apk-cache.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(noApkCache, {
  bad: {
    'each addition': 'FROM a\nRUN apk add x && apk -U add y\n        ^^^             ^^^\n',
    'a mount on something else':
      'FROM a\nRUN --mount=type=cache,target=/var/cache/foo apk add x\n                                                 ^^^\n',
  },
  good: {
    'the flag in any place': 'FROM a\nRUN apk --no-cache add x; apk add x --no-cache\n',
    mounts:
      'FROM a\nRUN --mount=type=cache,target=/var/cache/apk apk add x\nRUN --mount=type=cache,target=/etc/apk/cache apk add x\n',
    'other verbs': 'FROM a\nRUN apk update && apk del x\n',
    'options in a variable': 'FROM a\nRUN apk add $APK_OPTS x\n',
  },
  fixes: {
    'after the verb': ['FROM a\nRUN apk add \\\n  x\n', 'FROM a\nRUN apk add --no-cache \\\n  x\n'],
    'in place of --update, on its line': [
      'FROM a\nRUN apk add \\\n  --update \\\n  x\n',
      'FROM a\nRUN apk add \\\n  --no-cache \\\n  x\n',
    ],
    JSON: ['FROM a\nRUN ["apk", "add", "-U", "x"]\n', 'FROM a\nRUN ["apk", "add", "--no-cache", "x"]\n'],
    'with the cleaning that follows': [
      'FROM a\nRUN apk add -U x \\\n  && rm -rf /var/cache/apk/* \\\n  && id\n',
      'FROM a\nRUN apk add --no-cache x \\\n  && id\n',
    ],
    'without a cleaning that something else needs': [
      'FROM a\nRUN apk update && apk add x && rm -rf /var/cache/apk/*\n',
      'FROM a\nRUN apk update && apk add --no-cache x && rm -rf /var/cache/apk/*\n',
    ],
    'without a cleaning that does more': [
      'FROM a\nRUN apk add x && rm -rf /var/cache/apk/* /tmp/*\n',
      'FROM a\nRUN apk add --no-cache x && rm -rf /var/cache/apk/* /tmp/*\n',
    ],
  },
});

test('may mount a cache instead', () => {
  const text = 'FROM a\nRUN \\\n  apk add x\n';
  const [mount] = problemsOf(noApkCache, text)[0]?.alternatives ?? [];
  expect(mount?.safe).toBe(false);
  expect(applyEdits(text, mount?.edits ?? [])).toBe(
    'FROM a\nRUN \\\n  --mount=type=cache,target=/var/cache/apk,sharing=locked \\\n  apk add x\n',
  );
});
