import { expect, test } from 'vitest';
import type { DiskUsage } from '../../../../client/src/engine/model.ts';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { childrenOf, tooltipOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
import { volumeRoots } from '../../../../client/src/tree/nodes/volumes.ts';
import { aVolume } from '../../../support/memoryStock.ts';
import { aContainer, now } from '../../../support/records.ts';

const hex = 'abc123def456'.padEnd(64, '0');
const mount = (name: string, target: string, readOnly = false) => ({
  type: 'volume',
  name,
  source: `/var/lib/docker/volumes/${name}/_data`,
  target,
  readOnly,
});
const volumes = [
  aVolume({ name: hex, anonymous: true }),
  aVolume({ name: 'data' }),
  aVolume({ name: 'shared', driver: 'nfs' }),
  aVolume({ name: 'idle' }),
];
const containers = [
  aContainer({ name: 'web', mounts: [mount('data', '/data', true), mount('shared', '/s')] }),
  aContainer({ name: 'db', state: 'exited', exitCode: 0, mounts: [mount('data', '/var/lib'), mount(hex, '/tmp')] }),
  aContainer({ name: 'job', state: 'created', mounts: [mount('data', '/a'), mount('data', '/b')] }),
];
const usage: DiskUsage = {
  at: 0,
  layersSize: 0,
  images: [],
  containers: [],
  volumes: [
    { volume: aVolume({ name: 'data' }), size: 12_300_000, references: 3 },
    { volume: aVolume({ name: 'shared' }), references: 1 },
  ],
  buildCache: [],
};
const roots = (filter = ''): TreeNode[] =>
  volumeRoots(
    {
      volumes: new Map(volumes.map((volume) => [volume.name, volume])),
      containers: new Map(containers.map((container) => [container.id, container])),
      usage,
    },
    { filter },
  );
const drawn = (nodes: readonly TreeNode[]): string[] =>
  nodes.map((node) => `${viewOf(node, now).label} | ${viewOf(node, now).description}`);

test('named volumes by name with size and users, stopped ones too, then the anonymous ones', () => {
  expect(drawn(roots())).toEqual([
    'data | 12.3 MB · used by 3 containers',
    'idle | unused',
    'shared | used by web · nfs',
    'abc123def456 | anonymous · used by db',
  ]);
});

test('below a volume stand its containers with where it is mounted', () => {
  const [data] = roots();
  expect(drawn(childrenOf(data!))).toEqual([
    'db | /var/lib · Exited (0) 2 hours ago',
    'job | /a, /b · Created',
    'web | /data (read-only) · Up 2 hours',
  ]);
  const [db] = childrenOf(data!);
  expect(viewOf(db!, now)).toMatchObject({
    accessibilityLabel: 'container db, /var/lib, Exited (0) 2 hours ago',
    flags: ['exited'],
    expandable: 'none',
  });
  // The same container below another volume is another row.
  const ids = roots().flatMap((node) => childrenOf(node).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['unused', ['idle']],
  ['anonymous', ['abc123def456']],
  ['web', ['data', 'shared']],
  ['NFS', ['shared']],
])('filter "%s"', (filter, labels) => {
  expect(roots(filter).map((node) => viewOf(node, now).label)).toEqual(labels);
});

test('flags, name for screen readers, tooltip', () => {
  const [data, idle, , anonymous] = roots();
  expect(viewOf(data!, now)).toMatchObject({
    flags: ['used'],
    accessibilityLabel: 'volume data, 12.3 MB, used by 3 containers',
  });
  expect(viewOf(idle!, now)).toMatchObject({ flags: ['unused'], expandable: 'none' });
  expect(viewOf(anonymous!, now).flags).toEqual(['used', 'anonymous']);
  expect(tooltipOf(data!, now)).toContain('• db \\(exited\\)');
});
