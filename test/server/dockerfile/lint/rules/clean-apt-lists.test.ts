import { expect, test } from 'vitest';
import { cleanAptLists } from '../../../../../server/src/dockerfile/lint/rules/clean-apt-lists.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(cleanAptLists, {
  bad: {
    'the update itself': 'FROM a\nRUN true && apt-get -qq update && true\n            ^^^^^^^^^^^^^^^^^^\n',
    'apt and aptitude': 'FROM a\nRUN apt update\n    ^^^^^^^^^^\nRUN aptitude update\n    ^^^^^^^^^^^^^^^\n',
    'a stage that another one continues': 'FROM a AS base\nRUN apt-get update\n    ^^^^^^^^^^^^^^\nFROM base\nRUN id\n',
    'ONBUILD in a stage that is not shipped':
      'FROM a AS one\nONBUILD RUN apt-get update\n            ^^^^^^^^^^^^^^\nFROM b\nRUN id\n',
    'lists deleted in another RUN': 'FROM a\nRUN apt-get update\n    ^^^^^^^^^^^^^^\nRUN rm -rf /var/lib/apt/lists/*\n',
    'a mount on something else':
      'FROM a\nRUN --mount=type=cache,target=/var/cache/apt apt-get update\n                                             ^^^^^^^^^^^^^^\n',
    'a bind mount on the lists':
      'FROM a\nRUN --mount=target=/var/lib/apt apt-get update\n                                ^^^^^^^^^^^^^^\n',
  },
  good: {
    'other ways to delete them':
      'FROM a\nRUN apt-get update && rm -fr /var/lib/apt/lists\nRUN apt-get update && rm -r -f "/var/lib/apt/"*\nRUN apt-get update && apt-get distclean\nRUN apt-get update; find /var/lib/apt/lists -type f -delete\n',
    'a mount with a slash at its end': 'FROM a\nRUN --mount=type=tmpfs,dst=/var/lib/apt/lists/ apt-get update\n',
    'a text that cannot be read': 'FROM a\nRUN apt-get update && if then (\n',
    'the word in a string': 'FROM a\nRUN echo "apt-get update"\n',
  },
  fixes: {
    'one line': [
      'FROM a\nRUN apt-get update && apt-get install -y x # why\n',
      'FROM a\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/* # why\n',
    ],
    'several lines, in their layout': [
      'FROM a\nRUN apt-get update && \\\n      apt-get install -y \\\n      # c\n      x && \\\n      echo done\n',
      'FROM a\nRUN apt-get update && \\\n      apt-get install -y \\\n      # c\n      x \\\n      && rm -rf /var/lib/apt/lists/* && \\\n      echo done\n',
    ],
    'after the whole pipe': [
      'FROM a\nRUN apt-get update; apt-get install -y x | tee /log\n',
      'FROM a\nRUN apt-get update; apt-get install -y x | tee /log && rm -rf /var/lib/apt/lists/*\n',
    ],
    'a line that is fed a here-document': [
      'FROM a\nRUN apt-get update && cat <<EOF > /x && apt-get install -y x\ny\nEOF\n',
      'FROM a\nRUN apt-get update && cat <<EOF > /x && apt-get install -y x && rm -rf /var/lib/apt/lists/*\ny\nEOF\n',
    ],
    'a here-document': [
      'FROM a\nRUN <<EOF\napt-get update\napt-get install -y x\nEOF\n',
      'FROM a\nRUN <<EOF\napt-get update\napt-get install -y x && rm -rf /var/lib/apt/lists/*\nEOF\n',
    ],
  },
  unfixable: { 'exec form': 'FROM a\nRUN ["apt-get", "update"]\n' },
});

test('is not safe inside a condition', () => {
  expect(problemsOf(cleanAptLists, 'FROM a\nRUN if ! apt-get update; then exit 1; fi\n')[0]?.fix?.safe).toBe(false);
  expect(problemsOf(cleanAptLists, 'FROM a\nRUN apt-get update\n')[0]?.fix?.safe).toBe(true);
});

test.each([
  [
    'FROM a\nRUN apt-get update\n',
    'FROM a\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update\n',
  ],
  [
    'FROM a\nRUN --mount=type=cache,target=/var/cache/apt \\\n    apt-get update\n',
    'FROM a\nRUN --mount=type=cache,target=/var/cache/apt \\\n    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n    apt-get update\n',
  ],
])('may mount caches instead: %j', (before, after) => {
  const [mount] = problemsOf(cleanAptLists, before)[0]?.alternatives ?? [];
  expect(mount?.safe).toBe(false);
  expect(applyEdits(before, mount?.edits ?? [])).toBe(after);
  expect(problemsOf(cleanAptLists, after)).toEqual([]);
});
