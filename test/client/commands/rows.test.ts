import { expect, test } from 'vitest';
import { copyNetworkAddress } from '../../../client/src/commands/attachment/copyAddress.ts';
import { showAttachedNetwork } from '../../../client/src/commands/attachment/showNetwork.ts';
import { copyPortAddress } from '../../../client/src/commands/container/copyPort.ts';
import { startSet, stopSet } from '../../../client/src/commands/containerSet/change.ts';
import { openMountSource } from '../../../client/src/commands/mount/openSource.ts';
import { showMountedVolume } from '../../../client/src/commands/mount/showVolume.ts';
import { refreshSection } from '../../../client/src/commands/section/refresh.ts';
import { copyVariableValue } from '../../../client/src/commands/variable/copy.ts';
import { maskVariable, revealVariable } from '../../../client/src/commands/variable/reveal.ts';
import type { Mount } from '../../../client/src/engine/model.ts';
import type { TreeNode } from '../../../client/src/tree/node.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { aNetwork } from '../../support/memoryStock.ts';
import { aContainer } from '../../support/records.ts';

const container = aContainer();
const mountRow = (mount: Partial<Mount>): TreeNode => ({
  kind: 'mount',
  id: 'm',
  container,
  mount: { type: 'bind', source: '/src', target: '/t', readOnly: false, ...mount },
});

test('a port’s address is copied as a browser takes it, of UDP as host and port', async () => {
  const desk = await openDesk(new MemoryEngine());
  const port = { containerPort: 443, hostPort: 8443, protocol: 'tcp' as const };
  await desk.use(copyPortAddress, { kind: 'port', id: 'p', container, port });
  expect(desk.ui.clipboard).toBe('https://localhost:8443');
  const udp = { containerPort: 53, hostPort: 5353, hostIp: '127.0.0.1', protocol: 'udp' as const };
  await desk.use(copyPortAddress, { kind: 'port', id: 'p', container, port: udp });
  expect(desk.ui.clipboard).toBe('127.0.0.1:5353');
  desk.dispose();
});

test('the source of a bind mount is opened, unless the engine is elsewhere', async () => {
  const engine = new MemoryEngine();
  const desk = await openDesk(engine);
  await desk.use(openMountSource, mountRow({ source: '/home/me/src' }));
  expect(desk.services.opened).toEqual(['/home/me/src']);
  engine.host = 'tcp://nas:2376';
  await desk.use(openMountSource, mountRow({}));
  expect(desk.services.opened).toHaveLength(1);
  expect(desk.ui.notifications.at(-1)?.text).toContain('a path of the engine’s machine, tcp://nas:2376');
  desk.dispose();
});

test('a mounted volume and a network are shown in their own views', async () => {
  const engine = new MemoryEngine();
  const network = engine.networks.add('n', aNetwork({ id: 'n', name: 'edge' }));
  const desk = await openDesk(engine);
  await desk.use(showMountedVolume, mountRow({ type: 'volume', name: 'data' }));
  const attached = { name: 'edge', id: '' };
  await desk.use(showAttachedNetwork, { kind: 'attachment', id: 'a', container, network: attached });
  expect(desk.shown).toEqual(['gantry.volumes volume/data', `gantry.networks network/${network.id}`]);
  desk.dispose();
});

test('an address on a network is copied', async () => {
  const desk = await openDesk(new MemoryEngine());
  const network = { name: 'edge', id: 'n', ipv4: '10.0.0.2' };
  await desk.use(copyNetworkAddress, { kind: 'attachment', id: 'a', container, network });
  expect(desk.ui.clipboard).toBe('10.0.0.2');
  desk.dispose();
});

test('a secret is shown and hidden by its row, and copied without being shown', async () => {
  const desk = await openDesk(new MemoryEngine());
  const row: TreeNode = { kind: 'variable', id: 'v', container, name: 'DB_PASSWORD', value: 'hunter2' };
  const { reveals } = desk.context.rows;
  await desk.use(copyVariableValue, row);
  expect([desk.ui.clipboard, reveals.has('v')]).toEqual(['hunter2', false]);
  await desk.use(revealVariable, row);
  expect(reveals.has('v')).toBe(true);
  await desk.use(maskVariable, row);
  expect(reveals.has('v')).toBe(false);
  expect(JSON.stringify([desk.ui.notifications, desk.ui.logged])).not.toContain('hunter2');
  desk.dispose();
});

test('asked again, only that is forgotten', async () => {
  const engine = new MemoryEngine();
  const { id } = engine.addContainer({ state: 'running' });
  const desk = await openDesk(engine);
  const { details } = desk.context;
  await details.ask({ about: 'processes', of: id });
  await details.ask({ about: 'container', of: id });
  await desk.use(refreshSection, {
    kind: 'section',
    id: 's',
    section: 'processes',
    container: { ...container, id },
  });
  expect(details.known('processes', id)).toBeUndefined();
  expect(details.known('container', id)).toBeDefined();
  desk.dispose();
});

test('a set’s containers are started and stopped together', async () => {
  const engine = new MemoryEngine();
  const [one, two] = [engine.addContainer({ name: 'one' }), engine.addContainer({ name: 'two' })];
  const desk = await openDesk(engine);
  const row: TreeNode = { kind: 'containerSet', id: 'x', by: 'network', name: 'edge', containers: [one, two] };
  await desk.use(startSet, row);
  expect((await engine.containers.list()).map(({ state }) => state)).toEqual(['running', 'running']);
  await desk.store.refresh();
  await desk.use(stopSet, row);
  expect((await engine.containers.list()).map(({ state }) => state)).toEqual(['exited', 'exited']);
  desk.dispose();
});
