import { expect } from 'vitest';
import { connectContainer } from '../../client/src/commands/container/connect.ts';
import { disconnectContainer } from '../../client/src/commands/container/disconnect.ts';
import { connectNetwork } from '../../client/src/commands/network/connect.ts';
import { createNetwork } from '../../client/src/commands/network/create.ts';
import { disconnectNetwork } from '../../client/src/commands/network/disconnect.ts';
import { inspectNetwork } from '../../client/src/commands/network/inspect.ts';
import { removeNetwork } from '../../client/src/commands/network/remove.ts';
import { containerRow, deskTest, networkRow } from '../support/deskTest.ts';
import { readText, type TestEngine } from '../support/engine.ts';

const test = deskTest('commands-network');

interface Attached {
  readonly [network: string]: { readonly Aliases: readonly string[] | null; readonly IPAddress: string };
}
async function networksOf({ engine }: TestEngine, id: string): Promise<Attached> {
  const record = await engine.containers.inspect(id);
  return (record['NetworkSettings'] as { Networks: Attached }).Networks;
}

test('a network is created as asked, and containers reach each other by alias', async ({ real, desk }) => {
  desk.ui
    .onInput('Create network', 'gantry-network-made', { rejected: ['', 'a b', 'bridge'] })
    .onPick('Create network gantry-network-made', 'Subnet')
    .onInput('Subnet', '10.213.9.0/24', { rejected: ['10.213.9.0', '10.213.9.0/33', 'x'] })
    .onPick('Create network', 'Gateway')
    .onInput('Gateway', '10.213.9.254', { rejected: ['10.213.9'] })
    .onPick('Create network', 'Internal')
    .onPick('Create network', 'Driver options')
    .onInput('Add a driver option', 'com.docker.network.driver.mtu=1400')
    .onPick('Driver options', 'Done')
    .onPick('Create network', 'Labels')
    .onInput('Add a label', 'dev.gantry.test=commands-network')
    .onPick('Labels', 'Done')
    .onPick('Create network', /^Create$/);
  await desk.use(createNetwork);
  const network = await networkRow(desk, 'gantry-network-made');
  expect(network.network).toMatchObject({
    driver: 'bridge',
    internal: true,
    subnets: [{ subnet: '10.213.9.0/24', gateway: '10.213.9.254' }],
    options: { 'com.docker.network.driver.mtu': '1400' },
  });
  await desk.use(inspectNetwork, network);
  expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toMatchObject({ Name: 'gantry-network-made' });

  const [server, client] = [await real.run({ name: 'gantry-network-a' }), await real.run({ name: 'gantry-network-b' })];
  desk.ui
    .onPick('Connect gantry-network-a', 'gantry-network-made')
    .onPick('Connect gantry-network-a to gantry-network-made', 'Aliases')
    .onInput('Aliases', 'db cache', { rejected: ['a,b'] })
    .onPick('Connect gantry-network-a to gantry-network-made', 'Address')
    .onInput('Address', '10.213.9.77', { rejected: ['10.213'] })
    .onPick('Connect gantry-network-a to gantry-network-made', /^Connect$/);
  await desk.use(connectContainer, await containerRow(desk, server));
  expect((await networksOf(real, server))['gantry-network-made']).toMatchObject({
    IPAddress: '10.213.9.77',
    Aliases: expect.arrayContaining(['db', 'cache']),
  });
  desk.ui
    .onPickMany('Connect to gantry-network-made', ['gantry-network-b'], (rows) =>
      expect(rows.map(({ label }) => label)).not.toContain('gantry-network-a'),
    )
    .onPick('Connect gantry-network-b to gantry-network-made', /^Connect$/);
  await desk.use(connectNetwork, network);
  const ping = await real.engine.containers.exec(client, { command: ['ping', '-c', '1', 'db'], terminal: false });
  expect(await readText(ping.output)).toContain('10.213.9.77');

  // In use it stays, and says by whom; disconnected it goes.
  await desk.use(removeNetwork, network);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(
    /^Not removed, because containers are in it: gantry-network-made, used by gantry-network-a \(running\) and gantry-network-b/,
  );
  desk.ui.onPick('Disconnect gantry-network-a', 'gantry-network-made');
  await desk.use(disconnectContainer, await containerRow(desk, server));
  desk.ui.onPickMany('Disconnect from gantry-network-made', 'all', (rows) =>
    expect(rows.map(({ label }) => label)).toEqual(['gantry-network-b']),
  );
  await desk.use(disconnectNetwork, { ...network });
  expect(Object.keys(await networksOf(real, server))).toEqual(['bridge']);
  expect(Object.keys(await networksOf(real, client))).toEqual(['bridge']);
  desk.ui.onAsk('Remove the network gantry-network-made?', 'Remove');
  await desk.use(removeNetwork, network);
  expect((await real.engine.networks.list()).map(({ name }) => name)).not.toContain('gantry-network-made');
  desk.ui.done();
});

test('of several networks those in use are left', async ({ real, desk }) => {
  const { networks } = real.engine;
  for (const name of ['gantry-network-free', 'gantry-network-held'])
    await networks.create({ name, labels: real.labels });
  await real.create({ name: 'gantry-network-user', network: 'gantry-network-held' });
  const rows = [await networkRow(desk, 'gantry-network-free'), await networkRow(desk, 'gantry-network-held')];
  desk.ui.onAsk('Remove 1 network?', 'Remove', ({ detail }) => {
    expect(detail).toContain('Left, because containers are in them: gantry-network-held, used by gantry-network-user');
  });
  await desk.use(removeNetwork, ...rows);
  const names = (await networks.list()).map(({ name }) => name);
  expect(names).toContain('gantry-network-held');
  expect(names).not.toContain('gantry-network-free');
});
