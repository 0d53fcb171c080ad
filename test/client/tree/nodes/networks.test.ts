import { expect, test } from 'vitest';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { childrenOf, tooltipOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
import { networkRoots } from '../../../../client/src/tree/nodes/networks.ts';
import { aNetwork } from '../../../support/memoryStock.ts';
import { aContainer, now } from '../../../support/records.ts';

const shop = aNetwork({ name: 'shop_default' });
const networks = [
  aNetwork({ name: 'bridge', builtIn: true, subnets: [{ subnet: '172.17.0.0/16' }] }),
  aNetwork({ name: 'none', driver: 'null', builtIn: true, subnets: [] }),
  shop,
  aNetwork({ name: 'back', internal: true, subnets: [{ subnet: '10.1.0.0/24' }, { subnet: 'fd00::/64' }] }),
];
const containers = [
  aContainer({ name: 'web', networks: [{ name: 'shop_default', id: shop.id, ipv4: '172.18.0.3', ipv6: 'fd00::3' }] }),
  aContainer({ name: 'job', state: 'created', networks: [{ name: 'shop_default', id: '' }] }),
];
const roots = (filter = ''): TreeNode[] =>
  networkRoots(
    {
      networks: new Map(networks.map((network) => [network.id, network])),
      containers: new Map(containers.map((container) => [container.id, container])),
    },
    { filter },
  );
const drawn = (nodes: readonly TreeNode[]): string[] =>
  nodes.map((node) => `${viewOf(node, now).label} | ${viewOf(node, now).description}`);

test('what somebody made comes first, with driver, subnets and containers', () => {
  expect(drawn(roots())).toEqual([
    'back | bridge · 10.1.0.0/24 · fd00::/64 · internal · unused',
    'shop_default | bridge · 172.18.0.0/16 · 2 containers',
    'bridge | bridge · 172.17.0.0/16 · unused',
    'none | null · unused',
  ]);
});

test('below a network stand its containers with their addresses, also one that was never started', () => {
  const shop = roots('shop')[0]!;
  expect(drawn(childrenOf(shop))).toEqual(['job | Created', 'web | 172.18.0.3, fd00::3 · Up 2 hours']);
  expect(tooltipOf(shop, now)).toContain('172\\.18\\.0\\.0\\/16\\, gateway 172\\.18\\.0\\.1');
});

test.each([
  ['10.1', ['back']],
  ['unused', ['back', 'bridge', 'none']],
  ['web', ['shop_default']],
])('filter "%s"', (filter, labels) => {
  expect(roots(filter).map((node) => viewOf(node, now).label)).toEqual(labels);
});

test('flags tell what can be removed', () => {
  expect(roots().map((node) => viewOf(node, now).flags)).toEqual([
    ['custom', 'unused'],
    ['custom', 'used'],
    ['builtIn', 'unused'],
    ['builtIn', 'unused'],
  ]);
  expect(viewOf(roots()[2]!, now).accessibilityLabel).toBe('built-in network bridge, bridge, 172.17.0.0/16, unused');
});
