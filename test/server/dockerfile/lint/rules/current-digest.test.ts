import { expect, test } from 'vitest';
import { currentDigest } from '../../../../../server/src/dockerfile/lint/rules/current-digest.ts';
import type { FileOptions } from '../../../../../server/src/dockerfile/lint/file.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { digest, imagesInUse, type InUse } from '../../../../support/imagesInUse.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const [old, current] = [digest('1'), digest('2')];
const pinned = `node:22@${old}`;
const tags: InUse['tags'] = [['22', 2]];
const images = (image?: InUse['image']): Partial<FileOptions> => ({
  images: imagesInUse({
    [pinned]: { tags, ...(image && { image }) },
    'node:22': { tags },
    [`node:22@${current}`]: { tags },
    [`node:20@${old}`]: { tags },
    [`node@${old}`]: { tags },
    [`built:1@${old}`]: { tags: [['1', 0]] },
  }),
});

testRule(currentDigest, {
  options: images(),
  bad: {
    'the digest, wherever the image is named': `FROM ${pinned}\n             ${'^'.repeat(71)}\nCOPY --from=${pinned} /a /b\n                    ${'^'.repeat(71)}\n`,
  },
  good: {
    'the tag without a digest': 'FROM node:22\n',
    'the digest that is here': `FROM node:22@${current}\n`,
    'a tag that is not here, and none': `FROM node:20@${old}\nFROM node@${old}\n`,
    'what was built here': `FROM built:1@${old}\n`,
  },
  fixes: { 'with the digest that is here': [`FROM ${pinned} AS a\n`, `FROM node:22@${current} AS a\n`] },
});

test('says both, and can do without', () => {
  const text = `FROM ${pinned}\n`;
  const [problem] = problemsOf(currentDigest, text, images());
  expect(problem?.message).toContain('node:22 is pinned to sha256:111111111111…, but here it is sha256:222222222222….');
  expect(applyEdits(text, problem?.alternatives?.[0]?.edits ?? [])).toBe('FROM node:22\n');
});

test('of two images that are here, an older one under the tag is a leftover', () => {
  const at = (created: string) => problemsOf(currentDigest, `FROM ${pinned}\n`, images({ id: 'sha256:a', created }));
  expect(at('2026-02-01T00:00:00.000Z')).toEqual([]);
  expect(at('2026-01-01T00:00:00.000Z')).toHaveLength(1);
  const same = images({ id: 'sha256:image2', created: '' });
  expect(problemsOf(currentDigest, `FROM ${pinned}\n`, same)).toEqual([]);
});
