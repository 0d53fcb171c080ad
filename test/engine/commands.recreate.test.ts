import { expect } from 'vitest';
import { recreateContainer } from '../../client/src/commands/container/recreate.ts';
import type { TestEngine } from '../support/engine.ts';
import { containerRow, deskTest } from '../support/deskTest.ts';

const test = deskTest('commands-recreate');
/** Ends when it is asked to. */
const obedient = ['sh', '-c', 'trap "exit 0" TERM; sleep 600 & wait'];

const named = async ({ engine }: TestEngine, name: string) =>
  (await engine.containers.list()).filter((container) => container.name.startsWith(name));
const inspected = async ({ engine }: TestEngine, id: string) =>
  (await engine.containers.inspect(id)) as {
    Config: Record<string, unknown>;
    HostConfig: Record<string, unknown>;
    Mounts: { Name: string; Destination: string }[];
    NetworkSettings: { Networks: Record<string, { Aliases: string[] | null; IPAMConfig: unknown }> };
  };

test('what is not changed stays: settings without a name here, networks, anonymous volumes', async ({ real, desk }) => {
  const { engine } = real;
  const subnets = [{ subnet: '10.213.8.0/24' }];
  const networks = await Promise.all(
    ['gantry-recreate-1', 'gantry-recreate-2'].map((name, index) =>
      engine.networks.create({ name, labels: real.labels, ...(index === 0 ? { subnets } : {}) }),
    ),
  );
  const { Id } = (await real.raw({
    method: 'POST',
    path: '/containers/create',
    query: { name: 'gantry-recreate' },
    body: JSON.stringify({
      Image: real.image,
      Cmd: ['sh', '-c', 'trap "exit 0" INT; echo $A; sleep 600 & wait'],
      Env: ['A=1', 'B=two words'],
      Labels: { ...real.labels, own: 'label' },
      Volumes: { '/data': {} },
      StopSignal: 'SIGINT',
      Healthcheck: { Test: ['CMD', 'true'], Interval: 3_600_000_000_000 },
      HostConfig: {
        NetworkMode: 'gantry-recreate-1',
        CapAdd: ['NET_ADMIN'],
        Tmpfs: { '/run': 'size=1m' },
        ExtraHosts: ['db:10.0.0.1'],
        ShmSize: 1 << 25,
        RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 7 },
      },
      NetworkingConfig: {
        EndpointsConfig: { 'gantry-recreate-1': { Aliases: ['front'], IPAMConfig: { IPv4Address: '10.213.8.77' } } },
      },
    }),
  })) as { Id: string };
  await engine.networks.connect(networks[1]?.id ?? '', Id, { aliases: ['back'] });
  await engine.containers.start(Id);
  const write = await engine.containers.exec(Id, {
    command: ['sh', '-c', 'echo precious > /data/file'],
    terminal: false,
  });
  for await (const _bytes of write.output);
  const before = await inspected(real, Id);

  desk.ui
    .onPick('Re-create gantry-recreate', 'Environment', (rows) => {
      expect(rows.map(({ label, description }) => [label, description])).toEqual([
        ['Re-create', real.image],
        ['Image', real.image],
        ['Name', 'gantry-recreate'],
        ['Ports', 'none published'],
        ['Environment', 'A, B'],
        ['Environment file', 'none'],
        ['Volumes', expect.stringMatching(/^[0-9a-f]{64}:\/data$/)],
        ['Command', `sh -c 'trap "exit 0" INT; echo $A; sleep 600 & wait'`],
        ['Network', 'gantry-recreate-1'],
        ['Limits', 'none'],
        ['When it ends', 'restart it after a failure'],
      ]);
    })
    .onPick('Environment', 'Add')
    .onInput('Add a variable', 'C=3')
    .onPick('Environment', 'Done')
    .onPick('Re-create gantry-recreate', /^Re-create$/)
    .onAsk('gantry-recreate is running. Stop it and make it anew?', 'Re-create');
  await desk.use(recreateContainer, await containerRow(desk, Id));
  desk.ui.done();
  expect(desk.ui.notifications).toEqual([
    { severity: 'info', text: 'gantry-recreate was made anew and runs.', actions: [] },
  ]);

  const [now, ...others] = await named(real, 'gantry-recreate');
  expect(others).toEqual([]);
  expect(now).toMatchObject({ name: 'gantry-recreate', state: 'running' });
  expect(now?.id).not.toBe(Id);
  const after = await inspected(real, now?.id ?? '');
  const volatile = { Hostname: '', Env: [], Volumes: null };
  expect({ ...after.Config, ...volatile }).toEqual({ ...before.Config, ...volatile });
  expect(after.Config['Env']).toEqual(['A=1', 'B=two words', 'C=3', 'PATH=/bin']);
  const host = { Binds: null, PortBindings: null };
  expect({ ...after.HostConfig, ...host }).toEqual({ ...before.HostConfig, ...host });
  expect(after.Mounts[0]).toMatchObject({ Name: before.Mounts[0]?.Name, Destination: '/data' });
  expect(await engine.containers.stat(now?.id ?? '', '/data/file')).toMatchObject({ size: 9 });
  const { Networks } = after.NetworkSettings;
  expect(Object.keys(Networks).sort()).toEqual(['gantry-recreate-1', 'gantry-recreate-2']);
  expect(Networks['gantry-recreate-1']).toMatchObject({ IPAMConfig: { IPv4Address: '10.213.8.77' } });
  expect(Networks['gantry-recreate-1']?.Aliases).toContain('front');
  expect(Networks['gantry-recreate-2']?.Aliases).toContain('back');
  await engine.containers.remove(now?.id ?? '', { force: true });
  for (const mount of after.Mounts) if (mount.Destination === '/data') await engine.volumes.remove(mount.Name);
});

test('a new one that does not start brings the old one back, running and under its name', async ({ real, desk }) => {
  const id = await real.run({ name: 'gantry-recreate-undo', command: obedient });
  desk.ui
    .onPick('Re-create', 'Command')
    .onInput('Command', '/no/such/program')
    .onPick('Re-create', /^Re-create$/)
    .onAsk('is running', 'Re-create');
  await desk.use(recreateContainer, await containerRow(desk, id));
  expect(desk.ui.notifications).toHaveLength(1);
  expect(desk.ui.notifications[0]?.severity).toBe('error');
  expect(desk.ui.notifications[0]?.text).toMatch(
    /^Re-creating gantry-recreate-undo failed\. .*no such file.* is as it was before\./is,
  );
  expect(await named(real, 'gantry-recreate-undo')).toMatchObject([
    { id, name: 'gantry-recreate-undo', state: 'running' },
  ]);
});

test('with --rm the old one goes by itself, and comes back the same when the new one fails', async ({ real, desk }) => {
  const id = await real.run({ name: 'gantry-recreate-rm', autoRemove: true, command: obedient, env: ['A=1'] });
  desk.ui
    .onPick('Re-create', 'Command')
    .onInput('Command', '/no/such/program')
    .onPick('Re-create', /^Re-create$/)
    .onAsk('is running', 'Re-create');
  await desk.use(recreateContainer, await containerRow(desk, id));
  expect(desk.ui.notifications[0]?.text).toMatch(/is as it was before/);
  const [again, ...others] = await named(real, 'gantry-recreate-rm');
  expect(others).toEqual([]);
  expect(again).toMatchObject({ name: 'gantry-recreate-rm', state: 'running' });
  expect(again?.command).toMatch(/sleep 600/);
  desk.ui
    .onPick('Re-create', 'When it ends')
    .onPick('When it ends', 'keep it')
    .onPick('Re-create', /^Re-create$/)
    .onAsk('is running', 'Re-create');
  await desk.use(recreateContainer, await containerRow(desk, again?.id ?? ''));
  const [kept] = await named(real, 'gantry-recreate-rm');
  expect(kept).toMatchObject({ name: 'gantry-recreate-rm', state: 'running' });
  expect(await real.engine.containers.definition(kept?.id ?? '')).toMatchObject({ autoRemove: false, env: ['A=1'] });
  desk.ui.done();
});
