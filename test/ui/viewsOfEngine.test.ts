import { expect, test } from 'vitest';
import { startTestEngine } from '../support/engine.ts';
import { startOwnEngine, whyNoOwnEngine } from '../support/ownEngine.ts';
import { openWorkbench } from '../support/workbench.ts';

const compose = (service: string): Record<string, string> => ({
  'com.docker.compose.project': 'tide',
  'com.docker.compose.service': service,
});

test('every view of the engine, its sections, and what is chosen in its title bar', async (context) => {
  const reason = await whyNoOwnEngine();
  if (reason !== undefined) context.skip(reason);
  await using own = await startOwnEngine();
  const { run, create, raw, ...real } = await startTestEngine('views-of-engine', own.host);
  const post = (path: string, body: object): Promise<unknown> =>
    raw({ method: 'POST', path, body: JSON.stringify(body) });
  await post('/networks/create', { Name: 'tide_default', IPAM: { Config: [{ Subnet: '10.213.9.0/24' }] } });
  await run({
    name: 'tide-web-1',
    labels: compose('web'),
    env: ['DB_PASSWORD=hunter2', 'MODE=fast'],
    volumes: ['tide_data:/data', '/cache'],
    command: ['sh', '-c', 'head -c 3000000 /dev/zero > /data/file; sleep 600'],
  });
  await create({ name: 'tide-db-1', labels: compose('db'), volumes: ['tide_data:/var/lib/data'] });
  await run({ name: 'lonely' });
  await post('/swarm/init', { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
  await post('/secrets/create', { Name: 'db-password', Data: 'aHVudGVyMg==' });

  await using workbench = await openWorkbench({
    name: 'views-of-engine',
    env: { DOCKER_HOST: own.host },
    size: { width: 1280, height: 1300 },
  });
  await workbench.openGantry();
  const containers = workbench.view('Containers');
  await containers.row('web-1').expand();
  await containers.row('Environment').expand();
  await containers.row('DB_PASSWORD').waitFor();
  expect(await containers.row('DB_PASSWORD').text()).toBe('DB_PASSWORD | ••••••');
  await containers.row('DB_PASSWORD').action('Show value');
  await expect.poll(() => containers.row('DB_PASSWORD').text()).toBe('DB_PASSWORD | hunter2');
  await containers.row('DB_PASSWORD').action('Hide value');
  await expect.poll(() => containers.row('DB_PASSWORD').text()).toBe('DB_PASSWORD | ••••••');
  await containers.row('Processes').expand();
  await containers.row('sleep 600').waitFor();
  await workbench.screenshot('containers');

  await containers.row('/data').action('Show volume');
  const volumes = workbench.view('Volumes');
  await expect.poll(() => volumes.row('tide_data').isSelected()).toBe(true);
  await expect
    .poll(() => volumes.row('tide_data').text())
    .toMatch(/^tide_data \| 3 MB · used by tide-db-1, tide-web-1$/);
  await volumes.row('tide_data').expand();
  await volumes.row('tide-db-1').waitFor();
  await workbench.screenshot('volumes');
  await containers.row('web-1').collapse();

  const networks = workbench.view('Networks');
  await networks.open();
  await networks.row('tide_default').waitFor();
  expect(await networks.row('tide_default').text()).toBe('tide_default | bridge · 10.213.9.0/24 · unused');
  const usage = workbench.view('Disk Usage');
  await usage.open();
  await usage.row('Volumes').waitFor();
  const contexts = workbench.view('Contexts');
  await contexts.open();
  await expect.poll(async () => (await contexts.rows()).join('\n')).toMatch(/docker\.sock \| current · Engine \d/);
  const swarm = workbench.view('Swarm');
  await swarm.open();
  await swarm.row('Secrets').expand();
  await swarm.row('db-password').waitFor();
  await workbench.screenshot('all');

  // Each row has a name for screen readers that tells its kind.
  for (const [view, row, name] of [
    [volumes, 'tide_data', /^volume tide_data, 3 MB, used by/],
    [networks, 'tide_default', /^network tide_default, bridge/],
    [swarm, 'db-password', /^secret db-password/],
    [usage, 'Volumes', /^Volumes, 2, 3 MB/],
  ] as const)
    expect(await view.row(row).locator.getAttribute('aria-label')).toMatch(name);

  await workbench.runCommand('Gantry: Group containers by…');
  await workbench.quickInput.pick('Image');
  await containers.row(real.image).waitFor();
  await workbench.runCommand('Gantry: Show running containers only');
  await expect.poll(async () => (await containers.rows()).join('\n')).not.toContain('tide-db-1');
  await workbench.runCommand('Gantry: Show all containers');
  await expect.poll(async () => (await containers.rows()).join('\n')).toContain('tide-db-1');
  await workbench.runCommand('Gantry: Show CPU and memory');
  await expect.poll(() => containers.row('lonely').text(), { timeout: 20_000 }).toMatch(/% CPU · \d/);

  for (const theme of ['Dark Modern', 'Dark High Contrast']) {
    await workbench.runCommand('Preferences: Color Theme');
    await workbench.quickInput.pick(theme);
    await workbench.screenshot(theme.toLowerCase().replaceAll(' ', '-'));
  }
  expect(await workbench.notifications.texts()).toEqual([]);
  await raw({ method: 'POST', path: '/swarm/leave', query: { force: true } });
  await real.dispose();
});
