import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { buildCommand } from '../../../client/src/commands/docker/build.ts';
import { copyContainerCommand } from '../../../client/src/commands/docker/container.ts';
import { copyImageCommand } from '../../../client/src/commands/docker/image.ts';
import { copyNetworkCommand } from '../../../client/src/commands/docker/network.ts';
import { quoteWords } from '../../../client/src/commands/docker/quote.ts';
import { runCommands } from '../../../client/src/commands/docker/runWords.ts';
import { copyVolumeCommand } from '../../../client/src/commands/docker/volume.ts';
import { runImage } from '../../../client/src/commands/image/run.ts';
import type { CreateContainerOptions } from '../../../client/src/engine/engine.ts';
import { aNetwork, aVolume } from '../../support/memoryStock.ts';
import { bench, containerRow, imageRow } from './bench.ts';

const nasty = [
  'plain',
  'two words',
  '',
  "it's",
  'say "hi"',
  '$HOME `id` $(id)',
  '; rm -rf / #',
  'a\nb',
  '*?[x]{a,b}',
  '\\back\\slash\\',
  '~',
  '!history',
  '“typographic” ‘quotes’',
  '-flag',
  'A=b c',
];

describe('quoting', () => {
  it('a POSIX shell takes the line apart into the same words', () => {
    const line = quoteWords(
      ['node', '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...nasty],
      'posix',
    );
    expect(JSON.parse(execFileSync('sh', ['-c', line], { encoding: 'utf8' }))).toEqual(nasty);
  });

  it('in PowerShell nothing but a single quote ends a word', () => {
    expect(quoteWords(['docker', "it's", '$(id)', 'a,b', '@x', '‘x’', '--env', 'A=b'], 'powershell')).toBe(
      "docker 'it''s' '$(id)' 'a,b' '@x' '‘‘x’’' --env A=b",
    );
  });
});

describe('docker run', () => {
  const words = (options: Partial<CreateContainerOptions>, how: 'detached' | 'attached' | 'create' = 'detached') =>
    runCommands({ image: 'web:1', ...options }, { how }).commands.map((one) => one.join(' '));

  it('says what the options say', () => {
    expect(words({})).toEqual(['run --detach web:1']);
    expect(words({}, 'create')).toEqual(['create web:1']);
    expect(words({ interactive: true, autoRemove: true }, 'attached')).toEqual(['run --interactive --tty --rm web:1']);
    expect(
      words({
        name: 'front',
        env: ['A=1', 'B'],
        ports: [
          { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '::1' },
          { containerPort: 53, protocol: 'udp', hostPort: 0 },
          { containerPort: 9000, protocol: 'tcp' },
        ],
        volumes: ['data:/data:ro', '/cache'],
        labels: { tier: 'front' },
        memory: 512 << 20,
        cpus: 1.5,
        pids: 100,
        restart: { name: 'on-failure', maximumRetries: 3 },
        network: 'back',
        entrypoint: ['/init', '--fast'],
        command: ['serve'],
        user: '1000',
        workingDirectory: '/srv',
      }),
    ).toEqual([
      'run --detach --name front --user 1000 --workdir /srv --label tier=front --env A=1 --env B --volume /cache ' +
        '--publish [::1]:8080:80 --publish 53/udp --expose 9000/tcp --volume data:/data:ro --network back ' +
        '--memory 536870912 --cpus 1.5 --pids-limit 100 --restart on-failure:3 --entrypoint /init web:1 --fast serve',
    ]);
  });

  it('names what it cannot say', () => {
    const like = {
      config: { OnBuild: ['RUN x'] },
      host: { Cgroup: '', BlkioDeviceReadBps: [{ Path: '/dev/sda' }] },
      networks: {},
    };
    expect(runCommands({ image: 'web:1', like }, { how: 'detached' }).left).toEqual(['OnBuild', 'BlkioDeviceReadBps']);
  });
});

describe('copy as docker command', () => {
  it('copies one of the things that can be done with a container, and keeps secrets back until asked', async () => {
    const desk = await bench();
    const env = ['MODE=dev', 'DB_PASSWORD=hunter 2'];
    await desk.engine.containers.create({ image: 'web:1', name: 'web', env });
    await desk.store.refresh();
    desk.ui.onPick('Docker commands for web', 'Follow its log');
    await desk.use(copyContainerCommand, containerRow(desk, 'web'));
    expect(desk.ui.clipboard).toBe('docker logs --follow --tail 100 web');
    desk.ui.onPick('Docker commands for web', 'Run one like it', ([row]) =>
      expect(JSON.stringify(row)).not.toMatch(/description.*hunter.*icon/),
    );
    await desk.use(copyContainerCommand, containerRow(desk, 'web'));
    expect(desk.ui.clipboard).toBe('docker run --detach --name web --env MODE=dev --env DB_PASSWORD web:1');
    desk.ui
      .onPick('Docker commands', 'Run one like it')
      .onNotify('DB_PASSWORD without its value', 'Copy with the values');
    await desk.use(copyContainerCommand, containerRow(desk, 'web'));
    expect(desk.ui.clipboard).toContain("--env 'DB_PASSWORD=hunter 2'");
    expect(desk.ui.notifications.map(({ text }) => text).join('')).not.toContain('hunter');
    expect(desk.ui.logged.join('')).not.toContain('hunter');
  });

  it('takes several containers into one command', async () => {
    const desk = await bench((engine) => {
      for (const name of ['a', 'b']) engine.addContainer({ name, image: `${name}:1` });
    });
    desk.ui.onPick('Docker commands', 'Stop');
    await desk.use(copyContainerCommand, containerRow(desk, 'a'), containerRow(desk, 'b'));
    expect(desk.ui.clipboard).toBe('docker stop a b');
    desk.ui.onPick('Docker commands', 'Run such ones');
    await desk.use(copyContainerCommand, containerRow(desk, 'a'), containerRow(desk, 'b'));
    expect(desk.ui.clipboard.split('\n')).toEqual([
      'docker run --detach --name a a:1',
      'docker run --detach --name b b:1',
    ]);
  });

  it('names the engine where a shell would take another', async () => {
    const desk = await bench((engine) => void engine.addContainer({ name: 'web' }));
    desk.engine.endpoint = async () => ({ host: 'tcp://10.0.0.1:2376', source: 'setting', context: 'default' });
    desk.ui.onPick('Docker commands', /^Start$/);
    await desk.use(copyContainerCommand, containerRow(desk, 'web'));
    expect(desk.ui.clipboard).toBe('docker --host tcp://10.0.0.1:2376 start web');
    desk.engine.endpoint = async () => ({ host: 'ssh://build', source: 'setting', context: 'build machine' });
    desk.ui.onPick('Docker commands', /^Start$/);
    await desk.use(copyContainerCommand, containerRow(desk, 'web'));
    expect(desk.ui.clipboard).toBe("docker --context 'build machine' start web");
  });

  it('does so for images, volumes and networks', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['web:1'] });
      engine.volumes.add(
        'data',
        aVolume({ name: 'data', options: { type: 'nfs', o: 'addr=10.0.0.1,rw' }, labels: { a: 'b c' } }),
      );
      const network = aNetwork({ name: 'back', internal: true, options: { mtu: '1400' } });
      engine.networks.add(network.id, network);
    });
    desk.ui.onPick('Docker commands for web:1', 'Push');
    await desk.use(copyImageCommand, imageRow(desk, 'web:1'));
    expect(desk.ui.clipboard).toBe('docker push web:1');
    const [volume] = [...desk.store.volumes.values()];
    if (!volume) throw new Error('no volume');
    desk.ui.onPick('Docker commands for data', 'Create such a one');
    await desk.use(copyVolumeCommand, { kind: 'volume', id: 'data', volume, users: [] });
    expect(desk.ui.clipboard).toBe("docker volume create --opt type=nfs --opt o=addr=10.0.0.1,rw --label 'a=b c' data");
    const [network] = [...desk.store.networks.values()];
    if (!network) throw new Error('no network');
    desk.ui.onPick('Docker commands for back', 'Create such a one');
    await desk.use(copyNetworkCommand, { kind: 'network', id: network.id, network, users: [] });
    expect(desk.ui.clipboard).toBe(
      'docker network create --subnet 172.18.0.0/16 --gateway 172.18.0.1 --internal --opt mtu=1400 back',
    );
    desk.ui.done();
  });

  it('is a line of the run form and of the build form', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['shop/web:1'] });
      engine.images.defaults = async () => ({
        exposedPorts: [],
        volumes: [],
        env: [],
        command: ['serve'],
        entrypoint: [],
        workingDirectory: '',
        user: '',
      });
    });
    desk.ui.onPick('Run shop/web:1', 'Copy as docker command').onPick('Run shop/web:1');
    await desk.use(runImage, imageRow(desk, 'shop/web:1'));
    expect(desk.ui.clipboard).toBe('docker run --detach --name web shop/web:1');
    const { commands, withheld } = buildCommand('/src/a b/Dockerfile', {
      tag: 'shop/web:2',
      context: '/src/a b',
      target: 'app',
      args: { VERSION: '1 2', NPM_TOKEN: 'x' },
      platform: 'linux/arm64',
      noCache: true,
      pull: true,
    });
    expect(withheld).toEqual(['NPM_TOKEN']);
    expect(quoteWords(['docker', ...(commands[0] ?? [])], 'posix')).toBe(
      "docker build --tag shop/web:2 --file '/src/a b/Dockerfile' --target app --build-arg 'VERSION=1 2' " +
        "--build-arg NPM_TOKEN --platform linux/arm64 --no-cache --pull '/src/a b'",
    );
  });
});
