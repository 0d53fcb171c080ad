import { describe, expect, test } from 'vitest';
import { mistakesIn, testFine, testMistakes, testRepairs } from '../../../support/dockerfileCheck.ts';

describe('names of instructions', () => {
  testMistakes('unknown-instruction', [
    'RUNN a\n^^^^',
    '  hello world\n  ^^^^^',
    'ONBUILD RNU a\n        ^^^',
    'RUN a\n&& b\n^^',
  ]);
  testFine(['run a\ncmd b', 'Run a', 'RUN a \\\n && b', 'R\\\nUN a']);
  testRepairs([
    ['RNU a', 'RUN a'],
    ['entrypont ["a"]', 'entrypoint ["a"]'],
    ['EXPSOE 80', 'EXPOSE 80'],
    ['gibberish', undefined],
    ['RUN a\n  && b', 'RUN a \\\n  && b'],
    ['RUN a # x\n\n&& b', undefined],
  ]);

  test('a half-typed line is one mistake, and the rest of the file is read', () => {
    for (const line of [
      'CO',
      'COPY',
      'COPY --fro',
      'COPY --from',
      'COPY a',
      'RUN --mount=',
      'ENV A',
      'ENV A=1 B',
      'HEALTHCHECK C',
      'SHELL ["a"',
    ])
      expect(mistakesIn(`FROM a\n${line}\nRUN b\nUSR c\n`).map(({ id, range }) => [id, range.start.line])).toEqual([
        [expect.any(String), 1],
        ['unknown-instruction', 3],
      ]);
  });
});

describe('arguments that are missing', () => {
  testMistakes('missing-argument', [
    'ARG\n^^^',
    'RUN\n^^^',
    'RUN --network=none\n^^^',
    'RUN []\n    ^^',
    'CMD\n^^^',
    'ENTRYPOINT\n^^^^^^^^^^',
    'ENV\n^^^',
    'ENV A\n    ^',
    'LABEL a.b\n      ^^^',
    'EXPOSE\n^^^^^^',
    'VOLUME\n^^^^^^',
    'VOLUME ["/a", " "]\n              ^^^',
    'USER\n^^^^',
    'WORKDIR\n^^^^^^^',
    'STOPSIGNAL\n^^^^^^^^^^',
    'MAINTAINER\n^^^^^^^^^^',
    'ONBUILD\n^^^^^^^',
    'ONBUILD RUN\n        ^^^',
    'HEALTHCHECK\n^^^^^^^^^^^',
    'HEALTHCHECK CMD\n            ^^^',
    'HEALTHCHECK CMD []\n            ^^^',
    'SHELL\n^^^^^',
    'SHELL []\n      ^^',
    'COPY\n^^^^',
    'COPY a\n     ^',
    'COPY --from=b a\n              ^',
    'COPY ["a"]\n      ^^^',
    'ADD a\n    ^',
    'FROM\n^^^^',
    'FROM --platform=linux/amd64\n^^^^',
    'FROM a AS\n       ^^',
  ]);
  testFine([
    'CMD []',
    'ENTRYPOINT []',
    'COPY a b .',
    'COPY ["a b", "c"]',
    'ADD --unpack https://example.com/x.tgz /',
    'COPY a\\\n b',
  ]);
});

describe('arguments that are too many', () => {
  testMistakes('extra-argument', [
    'USER a b\n       ^',
    'WORKDIR /a b c\n           ^^^',
    'WORKDIR /a # why\n           ^^^^^',
    'HEALTHCHECK NONE a\n                 ^',
  ]);
  testFine([
    'WORKDIR "/a b"',
    'WORKDIR ${A:-/x y}',
    'WORKDIR C:\\Program Files\\x',
    'WORKDIR /a\\ b',
    '# escape=`\nFROM a\nUSER NT AUTHORITY\\SYSTEM',
    'USER a:b',
    'WORKDIR /a\nWORKDIR b',
  ]);
  test('BuildKit takes the rest of the line, so it is a warning', () => {
    expect(mistakesIn('FROM a\nUSER a b\nWORKDIR /a b').map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
  });
});

describe('name=value', () => {
  testMistakes('missing-equals', ['ENV A=1 B\n        ^', 'LABEL a=b c d=e\n          ^', 'ENV A=1 \\\n  B\n  ^']);
  testMistakes('blank-name', ['ENV =a\n    ^^', 'LABEL a=b =c\n          ^^', 'ARG =a\n    ^']);
  testFine([
    'ENV A b c',
    'ENV A=b\\ c D="e f" G=\'h i\'',
    'ARG A B=c D',
    'LABEL "a b"=c',
    'ENV A=',
    '# escape=`\nFROM a\nENV A=b` c',
  ]);
  testRepairs([
    ['ENV A=b c d', 'ENV A="b c d"'],
    ['ENV A=b \\\n  c', 'ENV A="b \\\n  c"'],
    ['ENV A=b C D=e', undefined],
    ['ENV A="b" c', undefined],
  ]);
});

describe('comments behind an instruction', () => {
  testMistakes('stray-comment', [
    'ENV A=b # why\n        ^^^^^',
    'LABEL a=b #why not\n          ^^^^^^^^',
    'EXPOSE 80 # web\n          ^^^^^',
    'FROM a # why\n       ^^^^^',
    'FROM a AS b # why\n            ^^^^^',
  ]);
  testFine(['RUN a # b', 'CMD a # b', 'ENV A=# B=c#', 'ENV A b # c']);
});

describe('the JSON form', () => {
  testMistakes('json-strings', [
    'CMD ["a", 1]\n    ^^^^^^^^',
    'RUN [["a"]]\n    ^^^^^^^',
    'HEALTHCHECK CMD [null]\n                ^^^^^^',
    'COPY ["a", 2]\n     ^^^^^^^^',
  ]);
  testMistakes('shell-form', ['SHELL /bin/bash -c\n      ^^^^^^^^^^^^', "SHELL ['a']\n      ^^^^^"]);
  testFine(["CMD ['a']", 'RUN [ -f x ] && y', 'SHELL ["cmd", "/S", "/C"]', 'CMD ["a"] b']);
  testRepairs([
    ['SHELL /bin/bash -o  pipefail -c', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]'],
    ["SHELL ['/bin/bash', '-c']", 'SHELL ["/bin/bash", "-c"]'],
    ['SHELL "/bin/bash" -c', undefined],
    ['SHELL ["a"', undefined],
  ]);
});

describe('ONBUILD', () => {
  testMistakes('onbuild-trigger', [
    'ONBUILD FROM b\n        ^^^^',
    'ONBUILD onbuild RUN b\n        ^^^^^^^',
    'ONBUILD MAINTAINER b\n        ^^^^^^^^^^',
  ]);
  test('is known to hadolint by a rule', () => {
    expect(mistakesIn('FROM a\nONBUILD MAINTAINER b')).toMatchObject([{ codes: ['DL1000', 'DL3043'] }]);
  });
  testFine(['ONBUILD COPY --from=nobody a b', 'ONBUILD RUN --mount=type=cache,target=/a b']);
});

describe('signals and ports', () => {
  testMistakes('invalid-signal', [
    'STOPSIGNAL SIGFOO\n           ^^^^^^',
    'STOPSIGNAL 0\n           ^',
    'STOPSIGNAL RTMIN+16\n           ^^^^^^^^',
  ]);
  testMistakes('invalid-port', [
    'EXPOSE 80 web\n          ^^^',
    'EXPOSE 90-80\n       ^^^^^',
    'EXPOSE 80:x/udp\n          ^',
    'EXPOSE 1-2-3\n       ^^^^^',
  ]);
  testMistakes('invalid-protocol', ['EXPOSE 80/tpc\n          ^^^']);
  testFine(['STOPSIGNAL "SIGTERM"', 'STOPSIGNAL kill', 'STOPSIGNAL 9', 'STOPSIGNAL SIGRTMIN+3', 'STOPSIGNAL $S']);
  testFine(['EXPOSE 80 443/TCP 8000-8010/udp $P ${P}/tcp 127.0.0.1:80:80 70000', 'EXPOSE 80/']);
  testRepairs([
    ['STOPSIGNAL sigtrm', 'STOPSIGNAL SIGTERM'],
    ['EXPOSE 53/upd', 'EXPOSE 53/udp'],
  ]);
});
