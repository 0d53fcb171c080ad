import { describe, expect, test } from 'vitest';
import { absoluteCopyDestination } from '../../../../../server/src/dockerfile/lint/rules/absolute-copy-destination.ts';
import { noLatestTag } from '../../../../../server/src/dockerfile/lint/rules/no-latest-tag.ts';
import { nonRootImage } from '../../../../../server/src/dockerfile/lint/rules/non-root-image.ts';
import { numericUser } from '../../../../../server/src/dockerfile/lint/rules/numeric-user.ts';
import { pinImageDigest } from '../../../../../server/src/dockerfile/lint/rules/pin-image-digest.ts';
import { pipefail } from '../../../../../server/src/dockerfile/lint/rules/pipefail.ts';
import { tagBaseImage } from '../../../../../server/src/dockerfile/lint/rules/tag-base-image.ts';
import { undefinedVariable } from '../../../../../server/src/dockerfile/lint/rules/undefined-variable.ts';
import { problemsOf } from '../../../../support/dockerfileRule.ts';
import { digest, imagesInUse, type InUse } from '../../../../support/imagesInUse.ts';
import { applyEdits } from '../../../../support/markedText.ts';

/** What a file becomes by each way out of its first problem, in the order in which they are offered. */
function waysOut(
  rule: Parameters<typeof problemsOf>[0],
  text: string,
  images: Readonly<Record<string, InUse>>,
): string[] {
  const [problem] = problemsOf(rule, text, { images: imagesInUse(images) });
  return [problem?.fix, ...(problem?.alternatives ?? [])].flatMap((fix) => (fix ? [applyEdits(text, fix.edits)] : []));
}

describe('what is here is offered', () => {
  test('tags instead of none: three, the newest first, latest at last', () => {
    const tags: InUse['tags'] = [
      ['12', 1],
      ['latest', 1],
      ['12-slim', 2],
      ['11', 3],
      ['10', 4],
    ];
    expect(waysOut(tagBaseImage, 'FROM debian AS a\n', { debian: { tags } })).toEqual([
      'FROM debian:12 AS a\n',
      'FROM debian:12-slim AS a\n',
      'FROM debian:11 AS a\n',
      'FROM debian:latest AS a\n',
    ]);
    expect(waysOut(tagBaseImage, 'FROM debian\n', { debian: { tags: [['latest', 1]] } })).toEqual([
      'FROM debian:latest\n',
    ]);
  });

  test('tags of the same image instead of latest, then its digest', () => {
    const tags: InUse['tags'] = [
      ['13', 2],
      ['latest', 1],
      ['12', 1],
    ];
    const images = { 'debian:latest': { tags } };
    expect(waysOut(noLatestTag, 'FROM debian:latest\n', images)).toEqual([
      'FROM debian:12\n',
      `FROM debian:latest@${digest('1')}\n`,
    ]);
    expect(waysOut(noLatestTag, 'FROM \\\n  debian:lat\\\nest\n', images)[0]).toBe('FROM \\\n  debian:12\n');
    expect(waysOut(noLatestTag, 'ARG H=debian\nFROM $H:latest\n', images)).toEqual(['ARG H=debian\nFROM $H:12\n']);
    expect(waysOut(noLatestTag, 'FROM other:latest\n', images)).toEqual([]);
  });

  test('versions that the registry was seen to have', () => {
    const published = ['13-rc', '12.1', '12', 'bookworm', '11'];
    expect(waysOut(tagBaseImage, 'FROM debian\n', { debian: { tags: [['12', 1]], published } })).toEqual([
      'FROM debian:12\n',
      'FROM debian:12.1\n',
      'FROM debian:11\n',
      'FROM debian:latest\n',
    ]);
    expect(waysOut(noLatestTag, 'FROM debian:latest\n', { 'debian:latest': { published } })).toEqual([
      'FROM debian:12.1\n',
    ]);
  });

  test('the digest', () => {
    const images: Readonly<Record<string, InUse>> = { 'a:1': { tags: [['1', 1]] } };
    expect(waysOut(pinImageDigest, 'FROM scratch\nCOPY --from=a:1 /b /\n', images)).toEqual([
      `FROM scratch\nCOPY --from=a:1@${digest('1')} /b /\n`,
    ]);
    expect(waysOut(pinImageDigest, 'FROM b:1\n', images)).toEqual([]);
  });
});

describe('what the base image brings is not missed', () => {
  test.each([
    [undefinedVariable, 'ARG APP_ID\nFROM a:1 AS x\nFROM x\nLABEL v=$APP_ID\n', { env: ['APP_ID'] }],
    [numericUser, 'FROM a:1\nUSER $APP_UID\n', { env: ['APP_UID'] }],
    [absoluteCopyDestination, 'FROM a:1\nCOPY x y\n', { workdir: '/srv' }],
    [pipefail, 'FROM a:1\nRUN a | b\n', { shell: ['/bin/bash', '-eo', 'pipefail', '-c'] }],
    [nonRootImage, 'FROM node:1\nRUN x\n', { user: 'node' }],
  ] as const)('$0.id', (rule, text, image) => {
    const found = (known: InUse) =>
      problemsOf(rule, text, { images: imagesInUse({ 'a:1': known, 'node:1': known }) }).length;
    expect(found({ image })).toBe(0);
    expect(found({ image: {} })).toBe(1);
    expect(problemsOf(rule, text)).toHaveLength(1);
  });

  test('a SHELL of the file counts before that of the image, and / is no place that somebody chose', () => {
    const images = imagesInUse({
      'a:1': { image: { shell: ['/bin/bash', '-o', 'pipefail', '-c'], workdir: '/', user: '0:0' } },
    });
    const text = 'FROM a:1\nSHELL ["/bin/sh", "-c"]\nRUN a | b\nCOPY x y\n';
    expect(problemsOf(pipefail, text, { images })).toHaveLength(1);
    expect(problemsOf(absoluteCopyDestination, text, { images })).toHaveLength(1);
  });
});
