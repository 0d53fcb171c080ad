import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { provideOutline } from '../../../../server/src/dockerfile/features/outline.ts';

const outline = (text: string): ReturnType<typeof provideOutline> =>
  provideOutline(new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 0, text)));

it('gives stages and arguments in the order of the file', () => {
  expect(
    outline(`# syntax=docker/dockerfile:1
ARG BASE=alpine:3.20
ARG TOKEN
FROM \${BASE} AS build
ARG VERSION="1.0 beta" CHANNEL='stable' \\
    EMPTY=
RUN make
FROM scratch
COPY --from=build /out /
ARG TOKEN
`),
  ).toEqual({
    stages: [
      { name: 'build', base: '${BASE}', line: 3 },
      { base: 'scratch', line: 7 },
    ],
    args: [
      { name: 'BASE', default: 'alpine:3.20', line: 1 },
      { name: 'TOKEN', line: 2 },
      { name: 'VERSION', default: '1.0 beta', stage: 0, line: 4 },
      { name: 'CHANNEL', default: 'stable', stage: 0, line: 4 },
      { name: 'EMPTY', default: '', stage: 0, line: 5 },
      { name: 'TOKEN', stage: 1, line: 9 },
    ],
  });
});

it.each(['', '\n\n', 'FROM', 'ARG', 'garbage here', 'FROM a AS', 'RUN <<EOF\nARG X=1\nEOF'])('reads %j', (text) => {
  expect(() => outline(text)).not.toThrow();
});

it('takes no text inside a heredoc for an argument', () => {
  expect(outline('FROM a\nRUN <<EOF\nARG X=1\nFROM b\nEOF\nARG Y\n').args.map(({ name }) => name)).toEqual(['Y']);
});

it('tells what stages continue and listen on', () => {
  expect(outline('FROM a AS x\nARG P=80\nEXPOSE $P 53/udp\nFROM x\nEXPOSE $NONE\n').stages).toEqual([
    { name: 'x', base: 'a', line: 0, ports: ['80', '53/udp'] },
    { base: 'x', line: 3, parent: 0, ports: ['$NONE'] },
  ]);
});

it.each([
  ['ARG A\nFROM $A', true],
  ['ARG A=1\nFROM a\nARG A\nRUN echo $A', false],
  ['FROM a\nARG A\nRUN echo ${A}', true],
  ['FROM a AS b\nARG A\nFROM b\nRUN echo $A', true],
  ['FROM a\nARG A\nRUN echo ${A:-1}', false],
  ['FROM a\nARG A\nRUN test -z "$A" || echo $A', false],
  ['FROM a\nARG A\nRUN echo $AB', false],
  ['FROM a\nRUN echo $A\nARG A', false],
  ['FROM a\nARG TARGETARCH\nRUN echo $TARGETARCH', false],
])('tells whether an argument must be given: %j', (text, required) => {
  expect(outline(text).args.some((argument) => argument.required === true)).toBe(required);
});
