import { expect, test } from 'vitest';
import { standardConfig } from '../../../../../server/src/lint/config.ts';
import { trustedRegistry } from '../../../../../server/src/dockerfile/lint/rules/trusted-registry.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(trustedRegistry, {
  options: {
    config: { ...standardConfig, trustedRegistries: ['hub.docker.com', '*.acme.com', 'mirror*', 'localhost:5000'] },
  },
  bad: {
    FROM: 'FROM evil.com/a/b:1 AS x\n     ^^^^^^^^^^^^^^\n',
    COPY: 'FROM scratch\nCOPY --from=evil.com/a:1 x /\n            ^^^^^^^^^^^^\n',
    'a mount':
      'FROM scratch\nRUN --mount=type=bind,from=evil.com/a:1,target=/x y\n                           ^^^^^^^^^^^^\n',
    ONBUILD: 'FROM scratch\nONBUILD COPY --from=evil.com/a:1 x /\n                    ^^^^^^^^^^^^\n',
    'a value that the file gives': 'ARG R=evil.com\nFROM $R/a:1\n     ^^^^^^\n',
    'another port': 'FROM localhost:5001/a\n     ^^^^^^^^^^^^^^^^\n',
    'the domain without its part': 'FROM acme.com/a\n     ^^^^^^^^^^\n',
  },
  good: {
    'Docker Hub in all its spellings': 'FROM a\nFROM acme/a\nFROM docker.io/library/a\n',
    stars: 'FROM eu.acme.com/a\nFROM mirror.gcr.io/a\n',
    'a port': 'FROM localhost:5000/a\n',
    'stages, numbers and scratch': 'FROM scratch AS one\nFROM one\nCOPY --from=one x /\nCOPY --from=0 x /\n',
    'what is not known': 'ARG R\nFROM $R/a\nFROM $X\n',
  },
});

test('Docker Hub is a registry like others', () => {
  const config = { ...standardConfig, trustedRegistries: ['ghcr.io'] };
  expect(problemsOf(trustedRegistry, 'FROM alpine:3\nFROM ghcr.io/a/b:1\n', { config })).toHaveLength(1);
});

test('offers the same image from each registry that is named whole', () => {
  const config = { ...standardConfig, trustedRegistries: ['ghcr.io', '*.acme.com', 'localhost:5000'] };
  const ways = (text: string) =>
    problemsOf(trustedRegistry, text, { config })[0]?.alternatives?.map(({ edits }) => applyEdits(text, edits));
  expect(ways('FROM quay.io/a/b:1 AS x\n')).toEqual(['FROM ghcr.io/a/b:1 AS x\n', 'FROM localhost:5000/a/b:1 AS x\n']);
  expect(ways('FROM scratch\nCOPY --from=a/b:1 x /\n')).toEqual([
    'FROM scratch\nCOPY --from=ghcr.io/a/b:1 x /\n',
    'FROM scratch\nCOPY --from=localhost:5000/a/b:1 x /\n',
  ]);
  expect(ways('ARG R=quay.io\nFROM $R/a\n')).toEqual([]);
});
