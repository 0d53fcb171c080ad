import { describe, expect, test } from 'vitest';
import { mistakesIn, testFine, testMistakes, testRepairs } from '../../../support/dockerfileCheck.ts';

describe('FROM', () => {
  testMistakes('from-form', [
    'FROM a b\n       ^',
    'FROM a AZ b\n       ^^',
    'FROM a AS b c d\n            ^^^',
    'FROM a b c d\n       ^^^^^',
  ]);
  testMistakes('invalid-stage-name', [
    'FROM a AS 1\n          ^',
    'FROM a AS b/c\n          ^^^',
    'FROM a AS $B\n          ^^',
  ]);
  testMistakes('invalid-image', [
    'FROM Ubuntu\n     ^^^^^^',
    'FROM https://example.com/a\n     ^^^^^^^^^^^^^^^^^^^^^',
    'FROM a:b:c\n     ^^^^^',
    'FROM a@sha256:12\n     ^^^^^^^^^^^',
    'FROM a//b\n     ^^^^',
    'FROM ex_ample.com/a\n     ^^^^^^^^^^^^^^',
    'FROM a:\n     ^^',
    `FROM ${'0'.repeat(64)}\n     ${'^'.repeat(64)}`,
  ]);
  testFine([
    'FROM a AS B1-c_d.e',
    'from a as b',
    'FROM scratch',
    'FROM localhost:5000/a/b-c__d.e:1.0_x',
    'FROM Example/a',
    `FROM a:1@sha256:${'0'.repeat(64)}`,
    `FROM example.com/${'0'.repeat(64)}`,
    'FROM [::1]:5000/a',
    'ARG x=a\nFROM ${x/a/b}',
    'ARG x=Y\nFROM $x',
    'FROM a AS Build\nFROM Build',
    'FROM a AS Build\nCOPY --from=b a c',
    'ARG A\nFROM a\n',
  ]);
  testRepairs([
    ['FROM a b', 'FROM a AS b'],
    ['FROM a SA b', 'FROM a AS b'],
    ['FROM a b/c', undefined],
    ['FROM Ubuntu', undefined],
  ]);
});

describe('a file without stages', () => {
  test('has nothing to build', () => {
    expect(mistakesIn('ARG A\nARG B\n')).toMatchObject([
      { id: 'no-stage', range: { start: { line: 1, character: 0 } } },
    ]);
  });
  test.each(['', '\n', '# a\n'])('%j', (text) => {
    expect(mistakesIn(text)).toMatchObject([{ id: 'no-stage', severity: 'error' }]);
  });
  test('other instructions than ARG are left to the rule about them', () => {
    expect(mistakesIn('ARG A\nRUN b')).toEqual([]);
  });
});

describe('what stages take from each other', () => {
  testMistakes('variable-in-from', [
    'FROM a\nCOPY --from=$B a b\n            ^^',
    'FROM a\nONBUILD COPY --from=${B} a b\n                    ^^^^',
    'FROM a\nRUN --mount=from=b:$V,target=/a c\n                 ^^^^',
  ]);
  testMistakes('circular-stages', [
    'FROM a AS one\nCOPY --from=two a b\n            ^^^\nFROM one AS two',
    'FROM a AS one\nCOPY --from=three a b\n            ^^^^^\nFROM a AS two\nCOPY --from=one a b\nFROM a AS three\nRUN --mount=from=two,target=/a b',
    'FROM a AS one\nRUN --mount=from=two,target=/a b\n                 ^^^\nFROM one AS two',
    'FROM a AS one\nRUN --mount=from=one,target=/a b\n                 ^^^',
  ]);
  testMistakes('unknown-stage-index', [
    'FROM a\nCOPY --from=1 a b\n            ^',
    'FROM a\nFROM b\nCOPY --from=07 a b\n            ^^',
  ]);
  testMistakes('invalid-image', [
    'FROM a\nCOPY --from=B a b\n            ^',
    'FROM a\nRUN --mount=from=b:,target=/a c\n                 ^^',
  ]);
  testFine([
    'FROM a AS One\nFROM b\nCOPY --from=oNE a b\nCOPY --from=0 a b\nRUN --mount=from=one,target=/a b',
    'FROM a AS one\nFROM b AS two\nCOPY --from=one a b\nFROM c AS one',
    // BuildKit goes by what a stage needs, not by where it stands.
    'FROM a\nCOPY --from=c a b\nCOPY --from=1 a b\nRUN --mount=target=/a,from=c b\nFROM a AS C',
    // Mounts know names only.
    'FROM a\nRUN --mount=target=/a,from=7 b',
    'FROM a\nCOPY --from=nginx:1 a b\nCOPY --from=context a b\nCOPY --from= a b',
    // The rule about a COPY from its own stage says so.
    'FROM a AS one\nCOPY --from=one a b',
    'FROM a AS one\nCOPY --from="one" a b\nFROM b\nCOPY --from="one" a b',
  ]);

  test('hadolint has a rule that reports these as well', () => {
    const codes = (text: string) => mistakesIn(text).map((mistake) => mistake.codes);
    expect(codes('FROM a AS b\nCOPY --from=c a b\nFROM b AS c')).toEqual([['DL1000', 'DL3022']]);
    expect(codes('FROM a\nCOPY --from=1 a b')).toEqual([['DL1000', 'DL3022']]);
    expect(codes('FROM a AS b\nRUN --mount=from=c,target=/a b\nFROM b AS c')).toEqual([['DL1000']]);
    expect(codes('COPY --from=1 a b')).toEqual([]);
  });

  test('thousands of stages in a ring are one circle', () => {
    const stages = Array.from({ length: 3000 }, (_, i) => `FROM x AS s${i}\nCOPY --from=s${(i + 1) % 3000} a b\n`);
    const found = mistakesIn(stages.join(''));
    expect(found).toHaveLength(2999);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(['circular-stages']));
  });
});
