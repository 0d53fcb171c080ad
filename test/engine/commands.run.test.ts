import { expect } from 'vitest';
import { runImage } from '../../client/src/commands/image/run.ts';
import type { Container } from '../../client/src/engine/model.ts';
import type { Desk } from '../support/commandContext.ts';
import { deskTest, imageRow, seen } from '../support/deskTest.ts';
import { until } from '../support/until.ts';

// The suite's image carries the suite's label, and what is run from it inherits that: so it is found and removed again.
const test = deskTest('commands-run');

async function byName({ context }: Desk, name: string): Promise<Container | undefined> {
  return (await context.engine.containers.list()).find((container) => container.name === name);
}

test('runs in the background, with all that was asked for', async ({ real, desk }) => {
  desk.ui
    .onPick('Run', 'Name')
    .onInput('Name', 'gantry-commands-run')
    .onPick('Run', 'Ports')
    .onInput('Add a port', '127.0.0.1::7000')
    .onPick('Ports', 'Done')
    .onPick('Run', /^Environment$/)
    .onInput('Add a variable', 'GREETING=hello')
    .onPick('Environment', 'Done')
    .onPick('Run', 'Command')
    .onInput('Command', 'echo "$GREETING" && sleep 600')
    .onPick('Run', 'Run in the background')
    .onNotify('gantry-commands-run was started', 'Show logs');
  await desk.use(runImage, await imageRow(desk, real.image));
  desk.ui.done();
  const container = await byName(desk, 'gantry-commands-run');
  expect(container).toMatchObject({ state: 'running', labels: real.labels });
  expect(container?.ports[0]).toMatchObject({ containerPort: 7000, hostIp: '127.0.0.1' });
  expect(container?.ports[0]?.hostPort).toBeGreaterThan(0);
  await until('its output', () => desk.ui.streams[0]?.text.includes('hello\n') === true);
  desk.ui.streams[0]?.close();
});

test('a port that is taken leaves no container behind', async ({ real, desk }) => {
  const id = await real.run({ ports: [{ containerPort: 7000, protocol: 'tcp', hostPort: 0, hostIp: '127.0.0.1' }] });
  const taken = (await desk.context.engine.containers.list({ ids: [id] }))[0]?.ports[0]?.hostPort ?? 0;
  desk.ui
    .onPick('Run', 'Name')
    .onInput('Name', 'gantry-commands-taken')
    .onPick('Run', 'Ports')
    .onInput('Add a port', `127.0.0.1:${taken}:7000`)
    .onPick('Ports', 'Done')
    .onPick('Run', 'Run in the background');
  await desk.use(runImage, await imageRow(desk, real.image));
  expect(desk.ui.notifications).toMatchObject([{ severity: 'error', actions: ['Change and try again…'] }]);
  expect(desk.ui.notifications[0]?.text).toMatch(/port is already allocated|address already in use/);
  expect(await byName(desk, 'gantry-commands-taken')).toBeUndefined();
});

test('a shell runs in a terminal from its first output on, and goes with --rm', async ({ real, desk }) => {
  desk.ui
    .onPick('Run', 'Name')
    .onInput('Name', 'gantry-commands-shell')
    .onPick('Run', 'When it ends')
    .onPick('When it ends', 'remove it')
    .onPick('Run', 'Run in a terminal', (rows) => expect(rows[0]?.label).toBe('Run in a terminal'));
  await desk.use(runImage, await imageRow(desk, real.image));
  const [terminal] = desk.ui.terminals;
  await until('the prompt', () => /[#$] /.test(seen(terminal)));
  terminal?.resize(100, 30);
  // The new size and what is typed go different ways: the one may overtake the other.
  terminal?.type('until [ "$(stty size)" = "30 100" ]; do :; done; echo resi""zed; exit 4\r');
  await until('the end', () => seen(terminal).includes('ended with exit code 4'));
  expect(seen(terminal)).toContain('resized');
  await until('it is gone', async () => (await byName(desk, 'gantry-commands-shell')) === undefined);
});

test('a command that is not there is explained', async ({ real, desk }) => {
  desk.ui
    .onPick('Run', 'Name')
    .onInput('Name', 'gantry-commands-missing')
    .onPick('Run', 'Command')
    .onInput('Command', 'nosuch')
    .onPick('Run', 'Run in the background');
  await desk.use(runImage, await imageRow(desk, real.image));
  expect(desk.ui.notifications[0]?.text).toMatch(/could not be run\. .*nosuch/s);
  expect(await byName(desk, 'gantry-commands-missing')).toBeUndefined();
});

test('is created without starting, in its network, with its limits and its restart policy', async ({ real, desk }) => {
  await real.engine.networks.create({ name: 'gantry-commands-run', labels: real.labels });
  desk.ui
    .onPick('Run', 'Name')
    .onInput('Name', 'gantry-commands-created')
    .onPick('Run', 'Network')
    .onPick('Network', 'gantry-commands-run')
    .onPick('Run', 'Limits')
    .onPick('Limits', 'Memory')
    .onInput('Memory', '64m')
    .onPick('Limits', 'Processes')
    .onInput('Processes', '50')
    .onPick('Limits', 'Done')
    .onPick('Run', 'When it ends')
    .onPick('When it ends', 'restart it unless stopped')
    .onPick('Run', 'Create it without starting')
    .onNotify('gantry-commands-created was created.', 'Start it');
  await desk.use(runImage, await imageRow(desk, real.image));
  desk.ui.done();
  const container = await byName(desk, 'gantry-commands-created');
  expect(await real.engine.containers.definition(container?.id ?? '')).toMatchObject({
    network: 'gantry-commands-run',
    memory: 64 << 20,
    pids: 50,
    restart: { name: 'unless-stopped' },
  });
  expect(container?.networks.map(({ name }) => name)).toEqual(['gantry-commands-run']);
  // It was started by the notification's button, and not before.
  expect(container?.state).toMatch(/running|restarting/);
  desk.ui.onPick('Run', 'Name').onInput('Name', 'gantry-commands-still').onPick('Run', 'Create it');
  await desk.use(runImage, await imageRow(desk, real.image));
  expect((await byName(desk, 'gantry-commands-still'))?.state).toBe('created');
});
