import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { copyContainerCommand } from '../../client/src/commands/docker/container.ts';
import { copyNetworkCommand } from '../../client/src/commands/docker/network.ts';
import { copyVolumeCommand } from '../../client/src/commands/docker/volume.ts';
import { containerRow, deskTest, networkRow, volumeRow } from '../support/deskTest.ts';

const test = deskTest('docker-command');

/** Gantry needs no Docker CLI; its own word on what a command means is only to be had where there is one. */
const hasCli = ((): boolean => {
  try {
    execFileSync('docker', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasCli)('docker run, copied, makes a container with the same configuration', async ({ real, desk }) => {
  const { engine } = real;
  for (const name of ['gantry-docker-1', 'gantry-docker-2'])
    await engine.networks.create({ name, labels: real.labels });
  const { Id } = (await real.raw({
    method: 'POST',
    path: '/containers/create',
    query: { name: 'gantry-docker' },
    body: JSON.stringify({
      Image: real.image,
      Hostname: 'front',
      User: 'guest',
      WorkingDir: '/tmp',
      Entrypoint: ['/bin/sh', '-c'],
      Cmd: [`echo "$A" 'it''s' \`id\`; sleep 600`],
      Env: ['A=two words', `B="quoted" $HOME 'x'`, 'C=line\nbreak', 'D=', 'E=*'],
      Labels: { ...real.labels, note: `it's "it"; rm -rf / #` },
      Tty: true,
      OpenStdin: true,
      StopSignal: 'SIGINT',
      StopTimeout: 3,
      ExposedPorts: { '80/tcp': {}, '53/udp': {}, '9000/tcp': {} },
      Volumes: { '/anonymous': {} },
      Healthcheck: {
        Test: ['CMD-SHELL', 'test -e /tmp && echo "fine"'],
        Interval: 90_000_000_000,
        Timeout: 1_500_000_000,
        Retries: 2,
      },
      HostConfig: {
        Binds: ['/tmp:/host:ro'],
        Mounts: [{ Type: 'tmpfs', Target: '/scratch' }],
        PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }], '53/udp': [{ HostPort: '' }] },
        NetworkMode: 'gantry-docker-1',
        RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 4 },
        CapAdd: ['CAP_NET_ADMIN'],
        CapDrop: ['CAP_MKNOD'],
        Dns: ['10.0.0.53'],
        DnsSearch: ['example.com'],
        ExtraHosts: ['db:10.0.0.1'],
        GroupAdd: ['1234'],
        Init: true,
        ReadonlyRootfs: true,
        SecurityOpt: ['no-new-privileges'],
        Tmpfs: { '/run': 'size=1m' },
        ShmSize: 1 << 25,
        Sysctls: { 'net.ipv4.ip_forward': '1' },
        Memory: 64 << 20,
        NanoCpus: 500_000_000,
        PidsLimit: 77,
        Ulimits: [{ Name: 'nofile', Soft: 512, Hard: 1024 }],
        Devices: [{ PathOnHost: '/dev/null', PathInContainer: '/dev/nothing', CgroupPermissions: 'r' }],
        LogConfig: { Type: 'json-file', Config: { 'max-size': '1m' } },
        OomScoreAdj: 100,
      },
      NetworkingConfig: { EndpointsConfig: { 'gantry-docker-1': { Aliases: ['web', 'www'] } } },
    }),
  })) as { Id: string };
  await engine.networks.connect(
    (await engine.networks.list()).find(({ name }) => name === 'gantry-docker-2')?.id ?? '',
    Id,
    { aliases: ['back'] },
  );
  const before = await engine.containers.inspect(Id);
  desk.ui.onPick('Docker commands for gantry-docker', 'Run one like it');
  await desk.use(copyContainerCommand, await containerRow(desk, Id));
  expect(desk.ui.notifications).toEqual([{ severity: 'info', text: 'Copied.', actions: [] }]);
  await engine.containers.remove(Id);

  // As somebody would paste it, into a shell; on the engine that the test uses.
  execFileSync('sh', ['-e', '-c', desk.ui.clipboard], { env: { ...process.env, DOCKER_HOST: real.host } });
  const again = (await engine.containers.list()).find(({ name }) => name === 'gantry-docker');
  expect(again?.state).toBe('running');
  const after = await engine.containers.inspect(again?.id ?? '');
  const config = (of: typeof before) => {
    const {
      Volumes: _volumes,
      AttachStdout: _out,
      AttachStderr: _err,
      ...rest
    } = of['Config'] as Record<string, unknown>;
    // The CLI takes one word for the entrypoint; the others go before the command, which comes to the same.
    const { Entrypoint, Cmd, Env, ...others } = rest as { Entrypoint: string[]; Cmd: string[]; Env: string[] };
    return { ...others, process: [...Entrypoint, ...Cmd], env: Env.toSorted() };
  };
  expect(config(after)).toEqual(config(before));
  const host = (of: typeof before) => {
    // The anonymous volume is handed over by its name; the CLI sends empty where the API had nothing.
    const { Binds: _binds, ConsoleSize: _size, ...rest } = of['HostConfig'] as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(rest).filter(([, value]) => !(value === null || (Array.isArray(value) && value.length === 0))),
    );
  };
  expect(host(after)).toMatchObject(
    Object.fromEntries(
      Object.entries(host(before)).filter(([key]) => key !== 'PortBindings' && key !== 'MemorySwappiness'),
    ),
  );
  const bindings = (of: typeof before) =>
    (of['HostConfig'] as { PortBindings: Record<string, { HostIp: string }[]> }).PortBindings;
  expect(Object.keys(bindings(after)).sort()).toEqual(['53/udp', '80/tcp']);
  expect(bindings(after)['80/tcp']?.[0]?.HostIp).toBe('127.0.0.1');
  const networks = (of: typeof before) =>
    (of['NetworkSettings'] as { Networks: Record<string, { Aliases: string[] }> }).Networks;
  expect(Object.keys(networks(after)).sort()).toEqual(['gantry-docker-1', 'gantry-docker-2']);
  expect(networks(after)['gantry-docker-1']?.Aliases).toEqual(expect.arrayContaining(['web', 'www']));
  expect(networks(after)['gantry-docker-2']?.Aliases).toContain('back');
  await engine.containers.remove(again?.id ?? '', { force: true });
  const volume = (before['Mounts'] as { Name?: string; Destination: string }[]).find(
    ({ Destination }) => Destination === '/anonymous',
  );
  if (volume?.Name !== undefined) await engine.volumes.remove(volume.Name);
});

test.skipIf(!hasCli)('volumes and networks, copied, are made the same', async ({ real, desk }) => {
  const { engine } = real;
  const labels = { ...real.labels, note: `it's` };
  await engine.volumes.create({ name: 'gantry-docker-v', labels, options: { type: 'tmpfs', device: 'tmpfs' } });
  const subnets = [{ subnet: '10.213.10.0/24', gateway: '10.213.10.9' }];
  await engine.networks.create({ name: 'gantry-docker-n', labels, subnets, internal: true });
  const volume = await volumeRow(desk, 'gantry-docker-v');
  const network = await networkRow(desk, 'gantry-docker-n');
  const lines: string[] = [];
  desk.ui.onPick('Docker commands for gantry-docker-v', 'Create such a one');
  await desk.use(copyVolumeCommand, volume);
  lines.push(desk.ui.clipboard);
  desk.ui.onPick('Docker commands for gantry-docker-n', 'Create such a one');
  await desk.use(copyNetworkCommand, network);
  lines.push(desk.ui.clipboard);
  await engine.volumes.remove('gantry-docker-v');
  await engine.networks.remove(network.network.id);
  execFileSync('sh', ['-e', '-c', lines.join('\n')], { env: { ...process.env, DOCKER_HOST: real.host } });
  const { createdAt: _made, ...sameVolume } = volume.volume;
  expect((await engine.volumes.list()).find(({ name }) => name === 'gantry-docker-v')).toMatchObject(sameVolume);
  const { createdAt: _created, id: _id, ...sameNetwork } = network.network;
  expect((await engine.networks.list()).find(({ name }) => name === 'gantry-docker-n')).toMatchObject(sameNetwork);
});
