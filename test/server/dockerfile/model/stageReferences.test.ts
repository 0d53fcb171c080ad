import { expect, test } from 'vitest';
import { dockerfile } from '../../../support/dockerfileRule.ts';

const text = `FROM a AS one
FROM one AS Two
COPY --from="one" x /
COPY --from=later x /
COPY --from=2 x /
RUN --mount=type=bind,from=TWO,target=/x y
FROM b:1 AS later
ONBUILD COPY --from=one x /
COPY \\
  --from=0 x /
COPY --from=image x /
COPY --from= x /
`;

test('every place with the stage that is meant there', () => {
  const { references, source } = dockerfile(text);
  const rows = references.map((use) => [use.kind, source.text.slice(use.start, use.end), use.stage?.index]);
  expect(rows).toEqual([
    ['from', 'a', undefined],
    ['from', 'one', 0],
    ['copy', 'one', 0],
    ['copy', 'later', 2],
    ['copy', '2', 2],
    ['mount', 'TWO', 1],
    ['from', 'b:1', undefined],
    ['copy', 'one', undefined],
    ['copy', '0', 0],
    ['copy', 'image', undefined],
  ]);
});

test('of two stages with one name, FROM means the one before it, and the others the last', () => {
  const { references } = dockerfile('FROM a AS one\nFROM one\nCOPY --from=one x /\nFROM b AS one\n');
  expect(references.map(({ stage }) => stage?.index)).toEqual([undefined, 0, 2, undefined]);
});

test('numbers do not count what stands before the first FROM', () => {
  const { references } = dockerfile('ARG A\nFROM a\nFROM b\nCOPY --from=0 x /\n');
  expect(references.at(-1)?.stage?.image?.text).toBe('a');
});
