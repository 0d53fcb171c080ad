import { expect, test } from 'vitest';
import { showServiceLogs } from '../../../client/src/commands/service/logs.ts';
import { removeService } from '../../../client/src/commands/service/remove.ts';
import { scaleService } from '../../../client/src/commands/service/scale.ts';
import { updateServiceImage } from '../../../client/src/commands/service/updateImage.ts';
import { removeSwarmObject } from '../../../client/src/commands/swarm/removeObject.ts';
import type { TreeNode } from '../../../client/src/tree/node.ts';
import { openDesk, type Desk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { aService, aSwarmNode } from '../../support/memorySwarm.ts';
import { until } from '../../support/until.ts';

const web = aService({ name: 'web' });
const secret = { type: 'secret' as const, id: 's', name: 'password', labels: {}, createdAt: 0 };
const row: TreeNode = { kind: 'service', id: 'service/web', service: web, hostnames: {} };

async function desk(): Promise<Desk & { engine: MemoryEngine }> {
  const engine = new MemoryEngine();
  engine.swarm.state = { nodes: [aSwarmNode()], services: [web], secrets: [secret], configs: [] };
  return { engine, ...(await openDesk(engine)) };
}

test('scaled to a whole number of tasks', async () => {
  const { engine, ui, use, dispose } = await desk();
  ui.onInput('How many tasks of web', '5', { rejected: ['-1', 'two', '1.5', ''] });
  await use(scaleService, row);
  expect(engine.swarm.state?.services[0]).toMatchObject({ replicas: 5 });
  dispose();
});

test('a global service cannot be scaled', async () => {
  const { ui, use, dispose } = await desk();
  await use(scaleService, { ...row, service: aService({ mode: 'global' }) });
  expect(ui.notifications.at(-1)?.text).toContain('“Scale” is for what is replicated');
  dispose();
});

test('another image is rolled out', async () => {
  const { engine, ui, use, dispose } = await desk();
  ui.onInput('Image of web', 'busybox:2', { rejected: ['Busy Box'] });
  await use(updateServiceImage, row);
  expect(engine.swarm.state?.services[0]?.image).toBe('busybox:2');
  dispose();
});

test('the lines of all tasks in one document, each with its task', async () => {
  const { engine, ui, use, dispose } = await desk();
  engine.swarm.lines.push(
    { task: 'abcdefghij', text: 'hello' },
    { task: 'klmnopqrst', text: '\u001B[31mred\u001B[0m' },
  );
  await use(showServiceLogs, row);
  await until('it has ended', () => ui.streams[0]?.ended === true);
  expect(ui.streams[0]?.text).toBe('web.abcdef | hello\nweb.klmnop | red\n— The log has ended. —\n');
  dispose();
});

test('a service and a secret go after a question that says what goes', async () => {
  const { engine, ui, use, dispose } = await desk();
  ui.onAsk('Remove web?');
  await use(removeService, row);
  expect(engine.swarm.state?.services).toHaveLength(1);
  ui.onAsk('Remove web?', 'Remove', ({ detail }) => expect(detail).toContain('2 running tasks'));
  await use(removeService, row);
  ui.onAsk('Remove password?', 'Remove');
  await use(removeSwarmObject, { kind: 'swarmObject', id: 'x', object: secret });
  expect(engine.swarm.state).toMatchObject({ services: [], secrets: [] });
  dispose();
});
