import { expect, test } from 'vitest';
import { dockerfile } from '../../../support/dockerfileRule.ts';

const stages = (text: string, buildArgs: Readonly<Record<string, string>> = {}) =>
  dockerfile(text, { buildArgs }).stages.map(({ name, image, base, parent, steps }) => ({
    name: name?.text,
    image: image?.text,
    base,
    parent: parent?.index,
    steps: steps.length,
  }));

test('divides a file, and finds what a stage continues', () => {
  expect(stages('ARG V=12\nFROM debian:$V AS Base\nRUN a\nFROM base\nRUN b\nRUN c\nFROM other as last')).toEqual([
    { name: undefined, image: undefined, base: undefined, parent: undefined, steps: 1 },
    { name: 'Base', image: 'debian:$V', base: 'debian:12', parent: undefined, steps: 1 },
    { name: undefined, image: 'base', base: 'base', parent: 1, steps: 2 },
    { name: 'last', image: 'other', base: 'other', parent: undefined, steps: 0 },
  ]);
});

test('build arguments win over defaults, and may name a stage', () => {
  const text = 'ARG FROM=two\nFROM a AS one\nFROM b AS two\nFROM $FROM';
  expect(stages(text)[3]).toMatchObject({ base: 'two', parent: 2 });
  expect(stages(text, { FROM: 'one' })[3]).toMatchObject({ base: 'one', parent: 1 });
});

test('a base with an unknown variable is not known', () => {
  expect(stages('ARG X\nFROM $X\nFROM ${X:-alpine}\nFROM $TARGETARCH')).toMatchObject([
    {},
    { base: undefined },
    { base: 'alpine' },
    { base: 'amd64' },
  ]);
});

test('instructions before any FROM stand in a stage without one', () => {
  expect(stages('RUN a\nRUN b')).toMatchObject([{ image: undefined, steps: 2 }]);
  expect(stages('')).toEqual([]);
});
