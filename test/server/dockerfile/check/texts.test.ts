import { describe, expect, test } from 'vitest';
import { mistakesIn, testFine, testMistakes, testRepairs } from '../../../support/dockerfileCheck.ts';

describe('here-documents', () => {
  testMistakes('unterminated-heredoc', [
    'RUN <<EOF\n    ^^^^^\na\n EOF\n',
    'COPY <<A <<-"B" /c\n         ^^^^^^\na\nA\nb\n',
    'ONBUILD RUN <<A\n            ^^^\n',
  ]);
  testMistakes('heredoc-destination', ['COPY a <<EOF\n       ^^^^^\nb\nEOF\n', 'ADD <<A <<B\n        ^^^\nA\nB\n']);
  testMistakes('hidden-heredoc', [
    "RUN echo it's <<EOF\n              ^^^^^\na\nEOF\n",
    'RUN cat <<EOF > ${x^}\n        ^^^^^\na\nEOF\n',
  ]);
  testFine([
    'RUN <<EOF\nRUNN a\nEOF',
    'RUN <<-E bash && \\\n  a\n\tE\nRUN b',
    'RUN ["a", "<<EOF"]\nRUN b',
    "RUN echo it's $((1 <<2\nRUN b",
    'COPY <<a <<b /c/\na\nb\n',
    'COPY <<"E" /a\n${x^}\nE',
    'RUN cat <<E\n${x^}\nE',
  ]);
});

describe('here-documents whose end is indented', () => {
  testRepairs([
    ['RUN <<EOF\na\n  EOF \nRUN b', 'RUN <<EOF\na\nEOF\nRUN b'],
    ['RUN <<A.B\na\nAxB\n\tA.B', 'RUN <<A.B\na\nAxB\nA.B'],
    ['RUN <<EOF\na', undefined],
  ]);
});

describe('variables', () => {
  testMistakes('bad-substitution', [
    'ENV A=${B\n    ^^^^^',
    'ENV A=1 B=${C^} D=2\n        ^^^^^^^',
    'WORKDIR ${}\n        ^^^',
    'FROM ${A:b}\n     ^^^^^^',
    'COPY --chown=${A a b\n             ^^^',
    'COPY a ${B:=c}\n       ^^^^^^^',
    'COPY <<E /a\n     ^^^\n${B^}\nE',
    'LABEL a ${B\n        ^^^',
    'ARG A=${B,,}\n    ^^^^^^^^',
    'RUN --mount=type=cache,target=${A b\n            ^^^^^^^^^^^^^^^^^^^^^',
    'COPY ["${A", "b"]\n      ^^^^^',
    'FROM a\nONBUILD USER ${A\n             ^^^',
  ]);
  testMistakes('open-quote', ["ENV A it's\n      ^^^^", 'USER "a\n     ^^', 'LABEL a="b\n      ^^^^']);
  testFine([
    'ENV A=${B:-c} D=${E-f} G=${H:+i} J=${K+l} M=${N?o} P=${Q:?r}',
    'ENV A=${B#*/} C=${D##*/} E=${F%.*} G=${H%%.*} I=${J/a/b} K=${L//a/b}',
    "ENV A=$ B=$. C=\\${ D='${'",
    'RUN echo ${A^^} "${B[@]}" \'',
    'CMD echo ${A^^}',
    "MAINTAINER it's me",
    "COPY it\\'s b",
    'ENV A="\\"" B=\'"\'',
    '# escape=`\nFROM a\nENV A=`"b C=c:\\',
  ]);

  test('paths in quotes are divided at blanks', () => {
    const found = mistakesIn('FROM a\nCOPY "a b" c');
    expect(found.map(({ id, range }) => [id, range.start.character, range.end.character])).toEqual([
      ['open-quote', 5, 7],
      ['open-quote', 8, 10],
    ]);
    expect(found[0]?.message).toContain('JSON form');
  });
});

describe('COPY', () => {
  testMistakes('copy-remote-source', [
    'COPY https://example.com/a b\n     ^^^^^^^^^^^^^^^^^^^^^',
    'COPY a git@example.com:a/b.git c\n       ^^^^^^^^^^^^^^^^^^^^^^^',
  ]);
  testMistakes('checksum-source', [
    'ADD --checksum=sha256:1 a b\n    ^^^^^^^^^^^^^^^^^^^',
    'ADD --checksum=sha256:1 https://example.com/a https://example.com/b c\n    ^^^^^^^^^^^^^^^^^^^',
  ]);
  testMistakes('invalid-value', [
    'ADD --checksum=sha256:1 https://example.com/a b\n               ^^^^^^^^',
    'ADD --checksum=abc https://example.com/a b\n               ^^^',
  ]);
  testFine(['ADD --checksum=0123abc https://example.com/a.git#main b', 'ADD --checksum=0123abc git@example.com:a/b c']);
  testFine([
    'ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/a b',
    'ADD --checksum=$SUM $URL b',
  ]);
  testRepairs([
    ['COPY --link https://example.com/a b', 'ADD --link https://example.com/a b'],
    ['COPY --from=b https://example.com/a b', undefined],
  ]);
});

describe('directives', () => {
  testMistakes('repeated-directive', [
    '# escape=\\\n# escape=`\n  ^^^^^^^^\nFROM a',
    '# syntax=a\n#check=skip=all\n# Syntax = b\n  ^^^^^^^^^^\nFROM a',
  ]);
  testMistakes('invalid-escape', ['# escape=x\n         ^\nFROM a', '# escape = ``\n           ^^\nFROM a']);
  testMistakes('check-directive', [
    '# check=skip=Foo\n             ^^^\nFROM a',
    '# check=skp=all\n        ^^^\nFROM a',
    '# check=skip=StageNameCasing,UndefinedVars;error=yes\n                             ^^^^^^^^^^^^^\n                                                 ^^^\nFROM a',
    '# check=error\n        ^^^^^\nFROM a',
    'FROM a\n# check=skip=Undefinedvar because\n             ^^^^^^^^^^^^\nRUN b',
  ]);
  testFine([
    '# syntax=docker/dockerfile:1\n# check=skip=all;error=true;experimental=InvalidDefinitionDescription\n# escape=`\nFROM a',
    '# check=skip=StageNameCasing,UndefinedVar // why\nFROM a',
    '# escape=\nFROM a',
    '# comment\n# escape=x\n# escape=x\nFROM a',
    '\n# escape=x\nFROM a',
    '#!/usr/bin/env docker\n# escape=x\nFROM a',
    'FROM a\n# check = the gate\nRUN b',
    '\uFEFF# syntax=a\nFROM a',
  ]);
  testRepairs([
    ['# check=skip=UndefinedVars\nFROM a', '# check=skip=UndefinedVar\nFROM a'],
    ['# escape=``\nFROM a', '# escape=`\nFROM a'],
  ]);
  test('BuildKit passes over checks that it does not know', () => {
    expect(mistakesIn('# check=skip=Foo\nFROM a')).toMatchObject([{ severity: 'warning' }]);
  });

  test.each([
    '// syntax=x/y\nhello',
    '//escape=`\n//syntax=x\nhello',
    '#!/bin/x\n//SYNTAX=x\nhello',
    '{\n  "syntax": "x"\n}',
  ])('a file for another frontend is not looked at: %j', (text) => {
    expect(mistakesIn(text)).toEqual([]);
  });
  test.each(['// syntax\nFROM a', '{}', '{ "syntax": 1 }'])('a Dockerfile is: %j', (text) => {
    expect(mistakesIn(text)).not.toEqual([]);
  });
});

describe('the ways of Windows', () => {
  test.each([
    '# escape=`\r\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\r\nSHELL ["powershell", "-Command"]\r\nCOPY a `\r\n  C:\\b\\\r\nRUN a; `\r\n  b\r\nWORKDIR C:\\Program Files\r\n',
    '\uFEFFFROM a\r\nENV A=b `\r\n'.replace(' `', ''),
    'FROM a\r\nRUN <<E\r\nx\r\nE\r\nRUN --mount=type=cache,target=/a \\\r\n  b\r\n',
  ])('%j', (text) => {
    expect(mistakesIn(text)).toEqual([]);
  });
});
