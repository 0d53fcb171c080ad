import { expect, test } from 'vitest';
import type { SwarmTask } from '../../../client/src/engine/port/swarm.ts';
import { followSwarm } from '../../../client/src/store/followSwarm.ts';
import type { Row } from '../../../client/src/tree/rows.ts';
import { aService, aSwarmNode } from '../../support/memorySwarm.ts';
import { aTree, type TreeBench } from './support.ts';

const aTask = (given: Partial<SwarmTask>): SwarmTask => ({
  id: 't',
  slot: 1,
  nodeId: 'n1',
  state: 'running',
  desiredState: 'running',
  message: 'started',
  error: '',
  since: 0,
  image: 'busybox',
  containerId: '',
  ...given,
});
const swarm = {
  nodes: [
    aSwarmNode(),
    aSwarmNode({ id: 'n2', hostname: 'beta', role: 'worker', leader: false, state: 'down', availability: 'drain' }),
  ],
  services: [
    aService({ name: 'web', ports: ['8080 → 80'] }),
    aService({ name: 'db', running: 0, desired: 1, update: 'rollback_started' }),
    aService({ name: 'agent', mode: 'global', running: 1, desired: 2 }),
  ],
  secrets: [{ type: 'secret' as const, id: 's', name: 'password', labels: {}, createdAt: 0 }],
  configs: [],
};

const drawn = async ({ tree }: TreeBench, row?: Row): Promise<string[]> =>
  (await tree.children(row)).map((child) => {
    const { label, description } = tree.show(child);
    return `${label} | ${description ?? ''}`.replace(/ (a moment|\d+ \w+) ago/, '');
  });

async function opened(): Promise<TreeBench> {
  const bench = aTree('gantry.swarm');
  bench.engine.swarm.state = swarm;
  bench.surface.see(true);
  await bench.tree.children();
  await bench.clock.advance(100);
  return bench;
}

test('services with their tasks, nodes, and secrets and configs by name', async () => {
  const bench = await opened();
  bench.engine.swarm.taskLists.set('id-web', [
    aTask({ id: 'a' }),
    aTask({ id: 'b', slot: 2, nodeId: 'n2', state: 'failed', error: 'no such image' }),
  ]);
  expect(await drawn(bench)).toEqual(['Services | 1/3 complete', 'Nodes | 2', 'Secrets | 1', 'Configs | 0']);
  const [services, ...others] = await bench.tree.children();
  expect(await drawn(bench, services)).toEqual([
    'agent | 1/2 · global · busybox:latest',
    'db | 0/1 · rollback started · busybox:latest',
    'web | 2/2 · 8080 → 80 · busybox:latest',
  ]);
  const web = (await bench.tree.children(services))[2]!;
  expect(await drawn(bench, web)).toEqual(['web.1 | running · alpha', 'web.2 | failed · beta · no such image']);
  expect(await Promise.all(others.map((row) => drawn(bench, row)))).toEqual([
    ['alpha | leader · Engine 27.1.0 · 10.0.0.1', 'beta | worker · down · drain · Engine 27.1.0 · 10.0.0.1'],
    ['password |'],
    [expect.stringContaining('No config.')],
  ]);
});

test('an event of the Swarm brings it up to date; other events ask nothing', async () => {
  const bench = await opened();
  const reads = (): number => bench.engine.swarm.reads;
  const before = reads();
  bench.engine.addContainer({ name: 'lone' });
  await bench.clock.advance(1000);
  expect(reads()).toBe(before);
  await bench.engine.swarm.scale('id-web', 5);
  await bench.clock.advance(500);
  expect(reads()).toBe(before + 1);
  const [services] = await bench.tree.children();
  expect((await drawn(bench, services))[2]).toMatch(/^web \| 2\/5/);
  bench.engine.addContainer({ name: 'web.3.x', labels: { 'com.docker.swarm.service.id': 'id-web' } });
  await bench.clock.advance(1000);
  expect(reads()).toBeGreaterThan(before + 1);
});

test('whether it is a manager is asked once per connection, and again when it becomes one', async () => {
  const bench = aTree();
  const told: boolean[] = [];
  followSwarm(bench, (isManager) => told.push(isManager));
  await bench.clock.advance(1000);
  expect(bench.engine.swarm.reads).toBe(0);
  bench.surface.see(true);
  await bench.tree.children();
  await bench.clock.advance(60_000);
  expect(told).toEqual([false]);
  expect(bench.engine.swarm.reads).toBe(1);
  bench.engine.swarm.become(swarm);
  await bench.clock.advance(100);
  expect(told.at(-1)).toBe(true);
});
