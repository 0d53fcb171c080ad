import { expect, test } from 'vitest';
import type { Container } from '../../../../client/src/engine/model.ts';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { containerRoots } from '../../../../client/src/tree/nodes/containers.ts';
import { childrenOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
import { isInside } from '../../../../client/src/tree/nodes/paths.ts';
import { everything, type ViewChoice } from '../../../../client/src/tree/viewChoice.ts';
import { aContainer, composeLabels, now } from '../../../support/records.ts';

const hour = 3_600_000;
const on = (...names: string[]): Pick<Container, 'networks'> => ({
  networks: names.map((name) => ({ name, id: name })),
});
const containers = [
  aContainer({
    name: 'shop-web-1',
    labels: { ...composeLabels('shop', 'web'), team: 'red' },
    ...on('shop_default', 'edge'),
  }),
  aContainer({
    name: 'shop-db-1',
    labels: { ...composeLabels('shop', 'db'), 'com.docker.compose.project.working_dir': '/home/me/shop' },
    state: 'exited',
    exitCode: 0,
    image: 'postgres:17',
    createdAt: now - hour,
    ...on('shop_default'),
  }),
  aContainer({
    name: 'mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm',
    labels: { 'com.docker.stack.namespace': 'mon', team: 'blue' },
    state: 'paused',
  }),
  aContainer({
    name: 'lone',
    createdAt: now,
    mounts: [{ type: 'bind', source: '/home/me/shop/src', target: '/src', readOnly: false }],
    ...on('edge'),
  }),
];
const roots = (choice: Partial<ViewChoice>): TreeNode[] =>
  containerRoots({ containers, folders: ['/home/me/shop'] }, { ...everything, ...choice });
const below = (node: TreeNode): string[] => childrenOf(node).map((child) => `  ${viewOf(child, now).label}`);
const drawn = (choice: Partial<ViewChoice>): string[] =>
  roots(choice).flatMap((node) => [viewOf(node, now).label].concat(node.kind === 'container' ? [] : below(node)));

test('Swarm stacks stand among the compose projects, without what the Swarm adds to names', () => {
  expect(drawn({})).toEqual(['mon', '  grafana.1', 'shop', '  db-1', '  web-1', 'lone']);
  expect(viewOf(roots({})[0]!, now)).toMatchObject({ accessibilityLabel: 'stack mon, 0/1 running' });
});

test.each<[Partial<ViewChoice>, string[]]>([
  [
    { group: 'network' },
    [
      'edge',
      '  lone',
      '  shop-web-1',
      'shop_default',
      '  shop-db-1',
      '  shop-web-1',
      'No network',
      '  mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm',
    ],
  ],
  [
    { group: 'image' },
    [
      'busybox:latest',
      '  lone',
      '  mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm',
      '  shop-web-1',
      'postgres:17',
      '  shop-db-1',
    ],
  ],
  [
    { group: 'label', groupLabel: 'team' },
    [
      'blue',
      '  mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm',
      'red',
      '  shop-web-1',
      'Without the label',
      '  lone',
      '  shop-db-1',
    ],
  ],
  [{ group: 'none' }, ['lone', 'mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm', 'shop-db-1', 'shop-web-1']],
])('grouped by %j', (choice, expected) => {
  expect(drawn(choice)).toEqual(expected);
});

test('a container on two networks is two rows, each with an id of its own, and so are its children', () => {
  const rows = roots({ group: 'network' }).flatMap((node) => childrenOf(node));
  const ids = rows.concat(rows.flatMap((row) => childrenOf(row))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each<[ViewChoice['sort'], string[]]>([
  ['name', ['lone', 'mon_grafana', 'shop-db-1', 'shop-web-1']],
  ['created', ['lone', 'shop-db-1', 'mon_grafana', 'shop-web-1']],
  ['state', ['lone', 'shop-web-1', 'mon_grafana', 'shop-db-1']],
  ['image', ['lone', 'mon_grafana', 'shop-web-1', 'shop-db-1']],
])('sorted by %s', (sort, expected) => {
  expect(drawn({ group: 'none', sort }).map((label) => label.split('.')[0])).toEqual(expected);
});

test.each<[Partial<ViewChoice>, string[]]>([
  [{ workspaceOnly: true }, ['lone', 'shop-db-1']],
  [{ label: 'team' }, ['mon_grafana.1.x1vw8hqyv0ibkx3gt7aqvzwlm', 'shop-web-1']],
  [{ label: 'team=red' }, ['shop-web-1']],
  [{ label: 'team=green' }, []],
  [{ network: 'edge' }, ['lone', 'shop-web-1']],
  [{ network: 'edge', workspaceOnly: true }, ['lone']],
])('narrowed by %j', (choice, expected) => {
  expect(drawn({ group: 'none', ...choice })).toEqual(expected);
});

test.each([
  ['/home/me/shop', '/home/me/shop', true],
  ['/home/me/shop/src', '/home/me/shop/', true],
  ['/home/me/shopping', '/home/me/shop', false],
  [String.raw`C:\Code\Shop\src`, 'c:/code/shop', true],
  ['/anything', '/', true],
])('%s in %s: %s', (path, folder, expected) => {
  expect(isInside(path, folder)).toBe(expected);
});

test('what is measured stands beside the running ones, and its sum beside the group', () => {
  const [web] = containers;
  const loads = new Map([[web!.id, { cpu: 12.5, memory: 45_200_000 }]]);
  const nodes = containerRoots({ containers, loads }, everything);
  const shop = nodes.find((node) => node.kind === 'containerGroup')!;
  expect(viewOf(shop, now).description).toBe('1/2 running · 12.5 % CPU · 45.2 MB');
  expect(childrenOf(shop).map((child) => viewOf(child, now).description)).toEqual([
    'Exited (0) 2 hours ago · postgres:17',
    '12.5 % CPU · 45.2 MB · Up 2 hours · busybox:latest',
  ]);
});
