import { expect, test } from 'vitest';
import { cleanDnfCache } from '../../../../../server/src/dockerfile/lint/rules/clean-dnf-cache.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(cleanDnfCache, {
  bad: {
    'the first command after the last cleaning':
      'FROM a\nRUN dnf install a && dnf clean all && dnf -y upgrade && dnf install b\n                                      ^^^^^^^^^^^^^^\n',
    'the cleaning of another program': 'FROM a\nRUN dnf install a && microdnf clean all\n    ^^^^^^^^^^^\n',
    'each program': 'FROM a\nRUN microdnf install a\n    ^^^^^^^^^^^^^^^^\nRUN dnf5 makecache\n    ^^^^^^^^^^^^^^\n',
    'a cleaning below another root':
      'FROM a\nRUN dnf --installroot=/mnt install a && rm -rf /var/cache/dnf\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    'a mount on something else':
      'FROM a\nRUN --mount=type=cache,target=/var/cache/x dnf in a\n                                           ^^^^^^\n',
  },
  good: {
    'every way to empty it':
      'FROM a\nRUN dnf install a && dnf -y clean all\nRUN dnf install a; rm -rf /var/cache/yum/*\nRUN dnf install a; rm -fr /var/cache/*\nRUN dnf install a; rm -r /var/cache/dnf* /tmp/*\nRUN dnf install a; find /var/cache/libdnf5 -mindepth 1 -delete\n',
    'below another root': 'FROM a\nRUN dnf --installroot /mnt/ install a && rm -rf /mnt/var/cache/*\n',
    mounts:
      'FROM a\nRUN --mount=type=cache,target=/var/cache dnf install a\nRUN --mount=type=tmpfs,target=/var/cache/libdnf5 dnf install a\n',
    'a stage that is not shipped': 'FROM a AS one\nRUN dnf install a\nFROM b\nRUN id\n',
    'what fills nothing': 'FROM a\nRUN dnf remove a; dnf config-manager --enable x\n',
    'a text that cannot be read': 'FROM a\nRUN dnf install a && if then (\n',
  },
  fixes: {
    'after the last command of the program': [
      'FROM a\nRUN microdnf install a && \\\n    microdnf remove b && \\\n    id\n',
      'FROM a\nRUN microdnf install a && \\\n    microdnf remove b \\\n    && microdnf clean all && \\\n    id\n',
    ],
  },
  unfixable: {
    'another root': 'FROM a\nRUN dnf --installroot=/mnt install a\n',
    JSON: 'FROM a\nRUN ["dnf", "install", "a"]\n',
  },
});

test.each([
  [
    'FROM fedora:42\nRUN dnf in a\n',
    'FROM fedora:42\nRUN --mount=type=cache,target=/var/cache/libdnf5,sharing=locked dnf in a\n',
  ],
  [
    'FROM almalinux:9\nRUN ["dnf", "in", "a"]\n',
    'FROM almalinux:9\nRUN --mount=type=cache,target=/var/cache/dnf,sharing=locked ["dnf", "in", "a"]\n',
  ],
  [
    'FROM a\nONBUILD RUN microdnf in a\n',
    'FROM a\nONBUILD RUN --mount=type=cache,target=/var/cache/yum,sharing=locked microdnf in a\n',
  ],
])('may mount a cache instead: %j', (before, after) => {
  const [mount] = problemsOf(cleanDnfCache, before)[0]?.alternatives ?? [];
  expect(mount?.safe).toBe(false);
  expect(applyEdits(before, mount?.edits ?? [])).toBe(after);
  expect(problemsOf(cleanDnfCache, after)).toEqual([]);
});
