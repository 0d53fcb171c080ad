import { describe, expect, test } from 'vitest';
import { mistakesIn, testFine, testMistakes, testRepairs } from '../../../support/dockerfileCheck.ts';
import { applyEdits } from '../../../support/markedText.ts';

describe('flags', () => {
  testMistakes('unknown-flag', [
    'COPY --frm=x a b\n     ^^^^^',
    'RUN --link a\n    ^^^^^^',
    'CMD --doit ["a"]\n    ^^^^^^',
    'ENV --a b=c\n    ^^^',
    'FROM --Platform=x a\n     ^^^^^^^^^^',
    'COPY --link --mount=x a b\n            ^^^^^^^',
    'ONBUILD ADD --parents a b\n            ^^^^^^^^^',
    'COPY --"frm"=x a b\n     ^^^^^^^^^',
  ]);
  testMistakes('repeated-flag', [
    'COPY --link --link a b\n            ^^^^^^',
    'HEALTHCHECK --retries=1 --retries=2 CMD a\n                        ^^^^^^^^^^^',
  ]);
  testMistakes('missing-value', [
    'COPY --from a b\n     ^^^^^^',
    'COPY --link= a b\n     ^^^^^^^',
    'RUN --mount a\n    ^^^^^^^',
  ]);
  testMistakes('invalid-value', [
    'COPY --link=yes a b\n            ^^^',
    'COPY --chmod=64a a b\n             ^^^',
    'ADD --chmod=10000 a b\n            ^^^^^',
    'RUN --network=bridge a\n              ^^^^^^',
    'RUN --network=$N a\n              ^^',
    'RUN --security=unsafe a\n               ^^^^^^',
    'RUN --security="unsafe" a\n                ^^^^^^',
  ]);
  testMistakes('invalid-platform', [
    'FROM --platform=linux/ a\n                ^^^^^^',
    'FROM --platform=linux/arm/v7/x a\n                ^^^^^^^^^^^^^^',
    'FROM --platform=x86 a\n                ^^^',
    'FROM --platform=linux/* a\n                ^^^^^^^',
    'FROM --platform=linux/amd64,linux/arm64 a\n                ^^^^^^^^^^^^^^^^^^^^^^^',
  ]);
  testFine([
    'FROM --platform=linux a',
    'FROM --platform=aarch64 a',
    'FROM --platform=linux/arm/v7 a',
    'FROM --platform=windows(10.0.20348)/amd64 a',
    'FROM --platform=acme/own a',
    'FROM --platform=linux/$TARGETARCH a',
    'ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 --chmod=0755 --chown=1:1 --exclude=a --exclude=b --keep-git-dir --link --unpack=false https://a.b/a b',
    'COPY --chmod=u=rwX,go=rX --chown=a --exclude=a --exclude=b --from=b --link=TRUE --parents a b',
    'RUN --device=a --device=b --mount=type=tmpfs,target=/a --mount=type=ssh --network=host --security=insecure a',
    'FROM --platform=$BUILDPLATFORM a',
    'HEALTHCHECK --interval=5s --timeout=3s --start-period=1m --start-interval=1s --retries=0 CMD a',
    'COPY -- --a b',
    'COPY --chown="a b" c d',
    'COPY --chmod=$MODE a b',
    'ARG --a B',
    'RUN echo --foo',
  ]);
  testRepairs([
    ['COPY --form=x a b', 'COPY --from=x a b'],
    ['RUN --netwrok=none a', 'RUN --network=none a'],
    ['RUN --network=nnoe a', 'RUN --network=none a'],
    ['FROM --platform=linux\\amd64 a', 'FROM --platform=linux/amd64 a'],
    ['FROM --platform=linux/amd64/ a', 'FROM --platform=linux/amd64 a'],
    ['RUN --link a', undefined],
    ['COPY --fr\\\nm=x a b', undefined],
  ]);

  test('an unknown flag can be taken away, and another instruction that has it is named', () => {
    const text = 'FROM a\nCOPY --mount=x  a b';
    const [mistake] = mistakesIn(text);
    expect(mistake?.message).toContain('RUN has it');
    expect(applyEdits(text, mistake?.alternatives?.[0]?.edits ?? [])).toBe('FROM a\nCOPY a b');
  });
});

describe('mounts', () => {
  testMistakes('mount-key', [
    'RUN --mount=type=cache,tagret=/a b\n                       ^^^^^^',
    'RUN --mount=type=bind,sharing=locked,target=/a b\n                      ^^^^^^^',
    'RUN --mount=mode=0700,target=/a b\n            ^^^^',
    'RUN --mount=type=tmpfs,uid=1,target=/a b\n                       ^^^',
    'RUN --mount=type=cache,size=1m,target=/a b\n                       ^^^^',
    'RUN --mount=type=cache,required,target=/a b\n                       ^^^^^^^^',
    'RUN --mount=required,type=secret,id=a b\n            ^^^^^^^^',
    'RUN --mount=type=secret,from=a,id=a b\n                        ^^^^',
    'RUN --mount=type=secret,id=a,src=a b\n                             ^^^',
  ]);
  testMistakes('invalid-value', [
    'RUN --mount=type=cach,target=/a b\n                 ^^^^',
    'RUN --mount=type=cache,sharing=lock,target=/a b\n                               ^^^^',
    'RUN --mount=type=cache,mode=0999,target=/a b\n                            ^^^^',
    'RUN --mount=type=cache,uid=a,target=/a b\n                           ^',
    'RUN --mount=target=/ b\n                   ^',
    'RUN --mount=type=bind,ro=yes,target=/a b\n                         ^^^',
    'RUN --mount=type=tmpfs,size=big,target=/a b\n                            ^^^',
    'RUN --mount="type=cach",target=/a b\n                  ^^^^',
    'RUN --mount=type=\\\ncach,target=/a b\n^^^^',
  ]);
  testMistakes('missing-value', [
    'RUN --mount=type=cache,target b\n                       ^^^^^^',
    'RUN --mount=type=secret b\n    ^^^^^^^^^^^^^^^^^^^',
  ]);
  testFine([
    'RUN --mount=target=/a b',
    'RUN --mount=type=BIND,from=b,source=/x,dst=/a,rw b',
    'RUN --mount=type=cache,id=a,target=/a,sharing=LOCKED,mode=0755,uid=1,gid=1,from=b,ro=false b',
    'RUN --mount=type=tmpfs,target=/a,size=64m b',
    'RUN --mount=type=secret,id=a,env=A,required b',
    'RUN --mount=type=secret,target=/a,mode=0400,uid=1,gid=1,required=true b',
    'RUN --mount=type=ssh,id=default,required=false,mode=0600 b',
    'RUN --mount=type=cache,target=${A},uid=$U,sharing=$S b',
    'RUN --mount=type=$T,sharing=locked,target=/a b',
    'RUN --mount=Type=cache,Target=/a b',
    'RUN --mount="type=bind,source=a b,target=/c" d',
  ]);
  testRepairs([
    ['RUN --mount=type=cahce,target=/a b', 'RUN --mount=type=cache,target=/a b'],
    ['RUN --mount=type=cache,tarket=/a b', 'RUN --mount=type=cache,target=/a b'],
    ['RUN --mount=type=cache,target=/a,sharing=lokced b', 'RUN --mount=type=cache,target=/a,sharing=locked b'],
  ]);

  test('tells every wrong key at once', () => {
    const text = 'FROM a\nRUN --mount=type=cache,uid=a,gid=-1,,tagret=/a b';
    expect(mistakesIn(text).map(({ range }) => range.start.character)).toEqual([27, 33, 36, 37]);
  });
});

describe('health checks', () => {
  testMistakes('healthcheck-form', [
    'HEALTHCHECK CDM a\n            ^^^',
    'HEALTHCHECK --retries=1 curl x\n                        ^^^^',
  ]);
  testMistakes('invalid-duration', [
    'HEALTHCHECK --interval=5 CMD a\n                       ^',
    'HEALTHCHECK --timeout=999us CMD a\n                      ^^^^^',
    'HEALTHCHECK --start-period=-1s CMD a\n                           ^^^',
    'HEALTHCHECK --start-interval=1sec CMD a\n                             ^^^^',
    'HEALTHCHECK --interval=. CMD a\n                       ^',
  ]);
  testMistakes('invalid-value', [
    'HEALTHCHECK --retries=-1 CMD a\n                      ^^',
    'HEALTHCHECK --retries=1.5 CMD a\n                      ^^^',
  ]);
  testFine([
    'HEALTHCHECK --interval=0s --timeout=0 --start-period=1h2m3.5s --start-interval=1ms --retries=+3 CMD a',
    'HEALTHCHECK --interval=1000µs cmd a',
    'HEALTHCHECK none',
    'HEALTHCHECK CMD ["a"]',
  ]);
  testRepairs([['HEALTHCHECK CDM a', 'HEALTHCHECK CMD a']]);
});
