import { describe, expect, test } from 'vitest';
import { outlineDockerfile } from '../../../../client/src/engine/build/dockerfile.ts';
import { lineOfQuoted, lineOfStep, namedLine } from '../../../../client/src/engine/build/locate.ts';

const dockerfile = `# syntax=docker/dockerfile:1.7
# escape=\`

# a comment
ARG NODE=22
FROM --platform=$BUILDPLATFORM node:\${NODE} AS Build
WORKDIR /app
COPY package.json .
# between
RUN npm ci && \`
    # inside
    npm run build

RUN <<EOT
FROM nothing
RUN nothing
EOT
COPY <<one <<-"two" /dest/
1
one
	2
	two
FROM alpine
RUN echo a
ADD https://example.org/x.tgz /x
FROM build AS final
COPY --from=docker.io/library/busybox:latest /bin/sh /sh
RUN last
`;

const outline = outlineDockerfile(dockerfile);

test('outlines stages, heredocs and directives', () => {
  expect(outline.syntax).toEqual({ image: 'docker/dockerfile:1.7', line: 1 });
  expect(outline.stages.map(({ base, from, name }) => [name, base, from.line])).toEqual([
    ['Build', 'node:${NODE}', 6],
    [undefined, 'alpine', 23],
    ['final', 'build', 26],
  ]);
  expect(outline.stages[0]!.instructions.map(({ endLine, keyword, line }) => [keyword, line, endLine])).toEqual([
    ['WORKDIR', 7, 7],
    ['COPY', 8, 8],
    ['RUN', 10, 12],
    ['RUN', 14, 17],
    ['COPY', 18, 22],
  ]);
  expect(outline.heredocs).toEqual([
    { start: 15, end: 17 },
    { start: 19, end: 22 },
  ]);
});

describe('finds the line of a step', () => {
  const steps: Record<string, number | undefined> = {
    '[build 1/6] FROM docker.io/library/node:22': 6,
    '[build 2/6] WORKDIR /app': 7,
    '[linux/amd64 build 4/6] RUN npm ci && npm run build': 10,
    '[build  5/6] RUN <<EOT (FROM nothing...)': 14,
    '[stage-1 2/3] RUN echo a': 24,
    '[final 1/2] COPY --from=docker.io/library/busybox:latest /bin/sh /sh': 27,
    '[final 2/2] RUN last': 28,
    '[internal] load metadata for docker.io/library/alpine:latest': 23,
    '[internal] load metadata for docker.io/library/node:22': 6,
    '[internal] load build context': undefined,
    'https://example.org/x.tgz': 25,
    'FROM docker.io/library/busybox:latest': 27,
    // Two steps of the base image's ONBUILD come first.
    '[stage-1 4/5] RUN echo a': 24,
    '[none 9/9] RUN never': 28,
  };
  for (const [name, line] of Object.entries(steps)) test(name, () => expect(lineOfStep(name, outline)).toBe(line));
});

test('a single stage without a name has steps without one; scratch is no step', () => {
  const single = outlineDockerfile('FROM scratch\nCOPY a /\nCOPY b /\n');
  expect(lineOfStep('[2/2] COPY b /', single)).toBe(3);
});

test('reads the line that a message names', () => {
  expect(namedLine('dockerfile parse error line 12: unknown instruction: X')).toBe(12);
  expect(namedLine('dockerfile parse error on line 3: unknown flag: --x')).toBe(3);
  expect(namedLine('failed to solve:\nDockerfile:7\n--------------------\n')).toBe(7);
  expect(namedLine('build/web.Dockerfile:9')).toBe(9);
  expect(namedLine('exit code: 1')).toBeUndefined();
});

test('finds the one instruction that has a quoted word', () => {
  expect(lineOfQuoted('failed to process "/dest/": bad', outline)).toBe(18);
  expect(lineOfQuoted('bad "RUN"', outline)).toBeUndefined();
  expect(lineOfQuoted('nothing quoted', outline)).toBeUndefined();
});

test('reads anything', () => {
  for (const text of ['', '\uFEFFFROM a', 'FROM', 'RUN <<EOF\nnever ends', '\\', 'FROM a\\\n', '# escape=`\nFROM a `'])
    expect(outlineDockerfile(text).stages.length).toBeLessThan(2);
  expect(outlineDockerfile('\uFEFFFROM a\r\nRUN b \\\r\n c\r\n').stages[0]!.instructions[0]!.text).toBe('RUN b c');
});
