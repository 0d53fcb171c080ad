import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../../client/src/engine/error.ts';
import type { DiskUsage } from '../../../../client/src/engine/model.ts';
import type { RemoteImage } from '../../../../client/src/engine/port/images.ts';
import type { Answer, Known } from '../../../../client/src/store/details.ts';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { imageMarks, imageRoots } from '../../../../client/src/tree/nodes/images.ts';
import { everything } from '../../../../client/src/tree/viewChoice.ts';
import { childrenOf, questionOf, tooltipOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
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

const usage: DiskUsage = {
  at: 0,
  layersSize: 0,
  images: [{ image: images[1]!, sharedSize: 1_000_000, containers: 2 }],
  containers: [],
  volumes: [],
  buildCache: [],
};

test('what was asked for beyond the list: shared sizes, and what the registry has now', () => {
  const pulled = anImage({
    id: id('5'),
    tags: ['acme/app:1', 'acme/app:2', 'acme/app:3'],
    digests: [`acme/app@${id('a')}`],
  });
  const remote = new Map<string, Answer<RemoteImage>>([
    ['acme/app:1', { ok: true, value: { digest: id('a'), platforms: [] } }],
    ['acme/app:2', { ok: true, value: { digest: id('b'), platforms: [] } }],
    ['acme/app:3', { ok: false, error: new EngineError('unauthorized', 'sign in first') }],
  ]);
  const known = ((about: string, of: string) => (about === 'remote' ? remote.get(of) : undefined)) as Known;
  const source = { images: [images[1]!, pulled], containers: [] };
  const marks = imageMarks(source.images, { known, usage });
  expect(drawn(imageRoots({ ...source, marks }, all))).toEqual([
    'acme/app (3 tags · 1 out of date)',
    '  3 (4.26 MB · 2 days ago)',
    '  2 (out of date · 4.26 MB · 2 days ago)',
    '  1 (up to date · 4.26 MB · 2 days ago)',
    'web (1 tag)',
    '  1.10 (4.26 MB · 1 MB shared · 2 days ago)',
  ]);
  const rows = imageRoots({ ...source, marks }, { ...all, filter: 'outdated' }).flatMap((node) => childrenOf(node));
  expect(rows.map((row) => viewOf(row, now).flags)).toEqual([['tagged'], ['tagged', 'outdated'], ['tagged']]);
  expect(tooltipOf(rows[0]!, now)).toContain('could not be asked\\: sign in first');
});

test.each([
  ['created', ['b', 'a', 'c', 'Untagged']],
  ['size', ['c', 'a', 'b', 'Untagged']],
] as const)('sorted by %s', (sort, expected) => {
  const some = [
    anImage({ id: id('1'), tags: ['a:1'], createdAt: 20, size: 20 }),
    anImage({ id: id('2'), tags: ['b:1'], createdAt: 30, size: 10 }),
    anImage({ id: id('3'), tags: ['c:1'], createdAt: 10, size: 30 }),
    anImage({ id: id('4'), createdAt: 99, size: 99 }),
  ];
  const rows = imageRoots({ images: some, containers: [] }, { ...all, sort });
  expect(rows.map((row) => viewOf(row, now).label)).toEqual(expected);
});

test('below an image: its layers, its platforms, and the containers made of it', () => {
  const [row] = imageRoots({ images: [images[1]!], containers }, all).flatMap((node) => childrenOf(node));
  const layer = {
    createdAt: now - 3_600_000,
    createdBy: 'RUN /bin/sh -c make # buildkit',
    size: 1200,
    comment: '',
    tags: [],
  };
  const answers: Readonly<Record<string, unknown>> = {
    layers: [layer, { ...layer, createdBy: 'CMD ["sh"]', size: 0 }],
    platforms: [
      { platform: 'linux/amd64', size: 5000, available: true },
      { platform: 'linux/arm64', available: false },
    ],
  };
  const known = ((about: string) => ({ ok: true, value: answers[about] })) as unknown as Known;
  const below = childrenOf(row!, known);
  expect(below.map((node) => viewOf(node, now).label)).toEqual(['Layers', 'Platforms', 'new', 'old']);
  expect(below.slice(0, 2).map((node) => questionOf(node)?.about)).toEqual(['layers', 'platforms']);
  expect(
    below
      .flatMap((node) => childrenOf(node, known))
      .map((node) => [viewOf(node, now).label, viewOf(node, now).description]),
  ).toEqual([
    ['RUN make', '1.2 kB · 1 hour ago'],
    ['CMD ["sh"]', 'no content · 1 hour ago'],
    ['linux/amd64', '5 kB'],
    ['linux/arm64', 'not pulled'],
  ]);
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
