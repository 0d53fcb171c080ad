import { describe, expect, test } from 'vitest';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { imageRoots } from '../../../../client/src/tree/nodes/images.ts';
import { everything } from '../../../../client/src/tree/viewChoice.ts';
import { childrenOf, tooltipOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
import { repositoryOf, splitHost, tagOf } from '../../../../client/src/tree/nodes/reference.ts';
import { aContainer, anImage, now } from '../../../support/records.ts';

const all = everything;
const id = (digit: string): string => `sha256:${digit.repeat(64)}`;
const images = [
  anImage({ id: id('1'), tags: ['web:1.9', 'web:latest', '127.0.0.1:5000/team/web:1.9'] }),
  anImage({ id: id('2'), tags: ['web:1.10'] }),
  anImage({ id: id('3') }),
  anImage({ id: id('4'), digests: [`alpine@${id('d')}`] }),
];
const containers = [
  aContainer({ name: 'old', imageId: id('2'), state: 'exited' }),
  aContainer({ name: 'new', imageId: id('2') }),
  aContainer({ name: 'one', imageId: id('1') }),
];
const drawn = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap((node) => {
    const { label, description } = viewOf(node, now);
    return [
      `${label} (${description})`,
      ...childrenOf(node).map((child) => `  ${viewOf(child, now).label} (${viewOf(child, now).description})`),
    ];
  });

test('grouped by repository, what has no name last', () => {
  expect(drawn(imageRoots({ images, containers }, all))).toEqual([
    'alpine (1 image)',
    '  444444444444 (4.26 MB · 2 days ago)',
    'team/web (127.0.0.1:5000 · 1 tag)',
    '  1.9 (4.26 MB · used by one · 2 days ago)',
    'web (3 tags)',
    '  latest (4.26 MB · used by one · 2 days ago)',
    '  1.10 (4.26 MB · used by 2 · 2 days ago)',
    '  1.9 (4.26 MB · used by one · 2 days ago)',
    'Untagged (1 image)',
    '  333333333333 (4.26 MB · 2 days ago)',
  ]);
});

test('a filter goes by the names in the repository, and by id', () => {
  const labels = (filter: string): string[] =>
    imageRoots({ images, containers }, { ...all, filter }).map((node) => viewOf(node, now).label);
  expect(labels('1.10')).toEqual(['web']);
  expect(labels('team')).toEqual(['team/web']);
  expect(labels('127.0.0.1:5000')).toEqual(['team/web']);
  expect(labels('3333')).toEqual(['Untagged']);
  expect(labels('xyz')).toEqual([]);
});

test('one row per name, each with an id of its own', () => {
  const rows = imageRoots({ images, containers }, all).flatMap((node) => [node].concat(childrenOf(node)));
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

describe('an image', () => {
  const rows = imageRoots({ images, containers }, all).flatMap((node) => childrenOf(node));
  const row = (tag: string | undefined, image: string): TreeNode =>
    rows.find((node) => node.kind === 'image' && node.tag === tag && node.image.id === image)!;

  test('tagged and used', () => {
    expect(viewOf(row('web:1.10', id('2')), now)).toMatchObject({
      flags: ['tagged', 'used'],
      icon: { id: 'tag' },
      accessibilityLabel: 'image web:1.10, 4.26 MB, 2 days ago, used by 2 containers',
    });
  });

  test('dangling', () => {
    expect(viewOf(row(undefined, id('3')), now)).toMatchObject({ flags: ['dangling'], icon: { id: 'circle-slash' } });
  });

  test('known by digest only', () => {
    expect(viewOf(row(undefined, id('4')), now)).toMatchObject({ flags: [], icon: { id: 'package' } });
  });

  test('the tooltip names the users, the running ones first, and the other names', () => {
    expect(tooltipOf(row('web:1.10', id('2')), now)).toContain('Used by:  \n• new  \n• old');
    expect(tooltipOf(row('web:1.9', id('1')), now)).toContain('• web\\:latest');
  });
});

test.each([
  ['web:1', 'web', '1'],
  ['127.0.0.1:5000/web', '127.0.0.1:5000/web', 'latest'],
  ['127.0.0.1:5000/team/web:1.0', '127.0.0.1:5000/team/web', '1.0'],
  [`alpine@${id('d')}`, 'alpine', 'latest'],
])('%s', (reference, repository, tag) => {
  expect(repositoryOf(reference)).toBe(repository);
  if (!reference.includes('@')) expect(tagOf(reference)).toBe(tag);
});

test.each([
  [
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/web',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    'team/web',
  ],
  ['localhost/web', 'localhost', 'web'],
  ['team/web', '', 'team/web'],
  ['web', '', 'web'],
])('the registry of %s', (repository, host, path) => {
  expect(splitHost(repository)).toEqual({ host, path });
});
