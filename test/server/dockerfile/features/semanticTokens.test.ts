import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { provideSemanticTokens } from '../../../../server/src/dockerfile/features/semanticTokens.ts';
import { tokenWords } from '../../../support/tokenWords.ts';
import { openDockerfile, shell } from '../../../support/dockerfileText.ts';

function tokens(text: string, range?: Range): string[] {
  return tokenWords(text, provideSemanticTokens(openDockerfile(text), { shell, range }));
}

/** Of one instruction, without its line and keyword. */
const inside = (instruction: string): string[] =>
  tokens(`FROM x\n${instruction}\n`)
    .filter((token) => !token.startsWith('1 '))
    .slice(1)
    .map((token) => token.replace(/^\d+ /, ''));

describe('instructions', () => {
  test('FROM, with what it names', () => {
    const text =
      'ARG V=22\nFROM --platform=$BUILDPLATFORM ghcr.io:443/a/node:${V}-slim AS base\nFROM base\nFROM b@sha256:1\n';
    expect(tokens(text)).toEqual([
      '1 ARG keyword',
      '1 V variable+declaration+readonly',
      '1 22 number',
      '2 FROM keyword',
      '2 --platform parameter',
      '2 $BUILDPLATFORM variable',
      '2 ghcr.io:443/a/node class',
      '2 ${V} variable',
      '2 -slim property',
      '2 AS keyword',
      '2 base namespace+declaration',
      '3 FROM keyword',
      '3 base namespace',
      '4 FROM keyword',
      '4 b class',
      '4 sha256:1 property',
    ]);
  });

  test('assignments over several lines, with comments between', () => {
    expect(tokens('FROM x\nENV A="b $C" \\\n  # why\n  D=e\\\nf\nLABEL g="h"\n').slice(2)).toEqual([
      '2 ENV keyword',
      '2 A variable+declaration',
      '2 "b  string',
      '2 $C variable',
      '2 " string',
      '4 D variable+declaration',
      '4 e string',
      '5 f string',
      '6 LABEL keyword',
      '6 g property',
      '6 "h" string',
    ]);
  });

  test('flags and mounts', () => {
    expect(inside('COPY --from=alpine --chown=1 a b')).toEqual([
      '--from parameter',
      'alpine class',
      '--chown parameter',
      '1 number',
      'a string',
      'b string',
    ]);
    expect(inside('RUN --mount=type=cache,target=/x,from=y,ro true')).toEqual([
      '--mount parameter',
      'type property',
      'cache string',
      'target property',
      '/x string',
      'from property',
      'y class',
      'ro property',
      'true function',
    ]);
  });

  test('JSON, ports, checks and triggers', () => {
    expect(inside('CMD ["a", "b"]')).toEqual(['"a" string', '"b" string']);
    expect(inside('EXPOSE 80 $P')).toEqual(['80 number', '$P variable']);
    expect(inside('HEALTHCHECK --retries=3 CMD curl -f x || exit 1')).toEqual([
      '--retries parameter',
      '3 number',
      'CMD keyword',
      'curl function',
      '-f parameter',
      '|| operator',
      'exit function',
      '1 number',
    ]);
    expect(tokens('FROM x\nONBUILD USER me\nMAINTAINER me\nEXPOS 1\n').slice(2)).toEqual([
      '2 ONBUILD keyword',
      '2 USER keyword',
      '2 me string',
      '3 MAINTAINER keyword+deprecated',
      '3 me string',
    ]);
  });
});

describe('the shell', () => {
  test('in RUN', () => {
    expect(inside('RUN A=1 apt-get install --opt=x "a $B-$(c)" >/dev/null | tee f; if true; then :; fi')).toEqual([
      'A variable',
      '= operator',
      '1 number',
      'apt-get function',
      '--opt parameter',
      '"a  string',
      '$B variable',
      '- string',
      'c function',
      '" string',
      '> operator',
      '| operator',
      'tee function',
      '; operator',
      'if keyword',
      'true function',
      '; operator',
      'then keyword',
      ': function',
      '; operator',
      'fi keyword',
    ]);
  });

  test('over several lines, with comments between', () => {
    expect(tokens('FROM x\nRUN echo "a \\\n  # no\n  b" && \\\n# c\n ls\n').slice(2)).toEqual([
      '2 RUN keyword',
      '2 echo function',
      '2 "a string',
      '4 b" string',
      '4 && operator',
      '6 ls function',
    ]);
  });

  test('in here-documents, but no other language', () => {
    const text =
      'FROM x\nRUN <<EOF\nset -e # x\necho "$HOME"\nEOF\nRUN <<EOF\n#!/usr/bin/env python\nprint("x")\nEOF\n';
    expect(tokens(text).slice(2)).toEqual([
      '2 RUN keyword',
      '3 set function',
      '3 -e parameter',
      '3 # x comment',
      '4 echo function',
      '4 " string',
      '4 $HOME variable',
      '4 " string',
      '6 RUN keyword',
    ]);
    expect(inside('COPY <<A <<B /x/\n$V\nA\ntwo\nB')).toEqual(['/x/ string', '$V variable']);
  });

  test('that is not POSIX is left alone', () => {
    expect(tokens('FROM x\nSHELL ["pwsh", "-c"]\nRUN Get-Item -Path $x\n').slice(-1)).toEqual(['3 RUN keyword']);
  });

  test.each(['RUN <<EOF\necho a\n', 'RUN "', 'RUN $(', 'CMD [', 'HEALTHCHECK', 'FROM', 'COPY --from=', 'ENV =', '\\'])(
    'and what is half-typed gives tokens in order: %j',
    (text) => {
      const { data } = provideSemanticTokens(openDockerfile(`FROM x\n${text}`), { shell });
      for (let at = 0; at < data.length; at += 5) {
        expect(data[at + 2]).toBeGreaterThan(0);
        expect(data[at + 1]).toBeGreaterThanOrEqual(0);
      }
    },
  );
});

test('a range gives the instructions that reach into it', () => {
  const text = 'FROM x\nUSER a\nENV A=1 \\\n B=2\nUSER c\n';
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } };
  expect(tokens(text, range).map((token) => token.split(' ')[1])).toEqual(['ENV', 'A', '1', 'B', '2']);
});
