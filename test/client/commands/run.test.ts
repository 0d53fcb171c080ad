import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImage } from '../../../client/src/commands/image/run.ts';
import type { CreateContainerOptions } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import type { ImageDefaults } from '../../../client/src/engine/model.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { bench, imageRow, type Bench } from './bench.ts';

const plain: ImageDefaults = {
  exposedPorts: [{ containerPort: 80, protocol: 'tcp' }],
  volumes: [],
  env: [],
  command: ['serve'],
  entrypoint: ['web'],
  workingDirectory: '',
  user: '',
};

async function desk(
  defaults: Partial<ImageDefaults> = {},
): Promise<{ desk: Bench; created: CreateContainerOptions[] }> {
  const created: CreateContainerOptions[] = [];
  const made = await bench((engine) => {
    engine.addImage({ tags: ['shop/web:1'] });
    engine.images.defaults = async () => ({ ...plain, ...defaults });
    const { create } = engine.containers;
    engine.containers.create = async (options, signal) => {
      created.push(options);
      return await create(options, signal);
    };
  });
  made.services.folders = ['/src'];
  return { desk: made, created };
}

describe('run', () => {
  it('runs with what fits the image when Enter is pressed', async () => {
    const { desk: made, created } = await desk();
    made.services.takenPorts.add(80);
    made.ui.onPick('Run shop/web:1', /^Run in the background$/, (rows) => {
      expect(rows.map(({ label, description }) => [label, description])).toEqual([
        ['Run in the background', 'web, 8080:80'],
        ['Run in a terminal', undefined],
        ['Create it without starting', undefined],
        ['Name', 'web'],
        ['Ports', '8080:80'],
        ['Environment', 'the image’s own'],
        ['Environment file', 'none'],
        ['Volumes', 'none'],
        ['Command', 'web serve'],
        ['Network', 'bridge'],
        ['Limits', 'none'],
        ['When it ends', 'keep it'],
        ['Copy as docker command', 'the same for a terminal'],
      ]);
    });
    made.ui.onNotify('web was started.', 'Show logs');
    await made.use(runImage, imageRow(made, 'shop/web:1'));
    expect(created).toEqual([
      {
        image: 'shop/web:1',
        name: 'web',
        ports: [{ containerPort: 80, hostPort: 8080, protocol: 'tcp' }],
        volumes: [],
        autoRemove: false,
      },
    ]);
    expect(await made.states()).toEqual({ web: 'running' });
    expect(made.ui.streams).toHaveLength(1);
    made.ui.streams[0]?.close();
    made.ui.done();
  });

  it('takes everything that can be changed, and remembers all but values and names', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, '.env');
    await writeFile(file, 'FROM_FILE=secret-1\n');
    const { desk: made, created } = await desk();
    made.services.folders = [folder.path];
    made.services.files = [file];
    await made.engine.networks.create({ name: 'back' });
    const row = imageRow(made, 'shop/web:1');
    made.ui
      .onPick('Run', 'Name')
      .onInput('Name', 'front', { rejected: ['-x', 'a b'] })
      .onPick('Run', 'Ports')
      .onPick('Ports', '80:80')
      .onInput('Change a port', '127.0.0.1:9000:80', { rejected: ['x'] })
      .onPick('Ports', 'Done')
      .onPick('Run', /^Environment$/)
      .onInput('Add a variable', 'TOKEN=secret-2', { rejected: ['TOKEN'] })
      .onPick('Environment', 'Done')
      .onPick('Run', 'Environment file')
      .onPick('Environment file', '.env')
      .onPick('Run', 'Volumes')
      .onInput('Add a volume', './data:/data:ro', { rejected: ['data'] })
      .onPick('Volumes', 'Done')
      .onPick('Run', 'Command')
      .onInput('Command', 'serve --name "a b"', { rejected: ['"'] })
      .onPick('Run', 'Network')
      .onPick('Network', 'back')
      .onPick('Run', 'Limits')
      .onPick('Limits', 'Memory')
      .onInput('Memory', '512m', { rejected: ['lots', '1m'] })
      .onPick('Limits', 'Processors')
      .onInput('Processors', '1.5', { rejected: ['0', 'two'] })
      .onPick('Limits', 'Done')
      .onPick('Run', 'When it ends')
      .onPick('When it ends', 'remove it')
      .onPick('Run', 'Run in the background', (rows) =>
        expect(rows.find(({ label }) => label === 'Environment')?.description).toBe('TOKEN'),
      );
    await made.use(runImage, row);
    expect(created).toEqual([
      {
        image: 'shop/web:1',
        name: 'front',
        ports: [{ containerPort: 80, hostIp: '127.0.0.1', hostPort: 9000, protocol: 'tcp' }],
        env: ['FROM_FILE=secret-1', 'TOKEN=secret-2'],
        volumes: [`${join(folder.path, 'data')}:/data:ro`],
        command: ['serve', '--name', 'a b'],
        autoRemove: true,
        network: 'back',
        memory: 512 << 20,
        cpus: 1.5,
      },
    ]);
    expect(JSON.stringify([...made.services.memory]) + made.ui.logged.join('')).not.toMatch(/secret-[12]/);
    made.ui.onPick('Run', 'Run in the background');
    await made.use(runImage, row);
    expect(created[1]).toMatchObject({
      name: 'web',
      volumes: created[0]?.volumes,
      autoRemove: true,
      env: ['FROM_FILE=secret-1'],
    });
  });

  it('takes back a container that cannot be started, and lets the answers be changed', async () => {
    const { desk: made, created } = await desk();
    const { start } = made.engine.containers;
    let fail = true;
    made.engine.containers.start = async (id) => {
      if (fail) throw new EngineError('failed', 'Bind for 0.0.0.0:80 failed: port is already allocated');
      await start(id);
    };
    made.ui
      .onPick('Run', 'Run in the background')
      .onNotify('port is already allocated', 'Change and try again…')
      .onPick('Run', 'Ports', () => (fail = false))
      .onPick('Ports', '80:80')
      .onInput('Change', '81:80')
      .onPick('Ports', 'Done')
      .onPick('Run', 'Run in the background');
    await made.use(runImage, imageRow(made, 'shop/web:1'));
    made.ui.done();
    expect(created.map(({ ports }) => ports?.[0]?.hostPort)).toEqual([80, 81]);
    expect(await made.states()).toEqual({ web: 'running' });
  });

  it('says what is wrong with an environment file, and runs nothing', async () => {
    const { desk: made, created } = await desk();
    made.services.files = [];
    made.ui
      .onPick('Run', 'Environment file')
      .onPick('Environment file', 'Browse')
      .onPickPath('Environment file', '/nowhere/.env')
      .onPick('Run', 'Run in the background');
    await made.use(runImage, imageRow(made, 'shop/web:1'));
    expect(made.ui.notifications[0]?.text).toContain('/nowhere/.env cannot be read');
    expect(created).toEqual([]);
  });

  it('runs a shell in a terminal', async () => {
    const { desk: made, created } = await desk({ exposedPorts: [], entrypoint: [], command: ['sh'] });
    made.ui.onPick('Run', 'Run in a terminal', (rows) => expect(rows[0]?.label).toBe('Run in a terminal'));
    await made.use(runImage, imageRow(made, 'shop/web:1'));
    expect(created).toMatchObject([{ interactive: true, name: 'web' }]);
    expect(made.ui.terminals[0]?.name).toBe('web');
  });

  it('does nothing when the form is dismissed', async () => {
    const { desk: made, created } = await desk();
    made.ui.onPick('Run shop/web:1');
    await made.use(runImage, imageRow(made, 'shop/web:1'));
    expect(created).toEqual([]);
    expect(made.ui.notifications).toEqual([]);
  });
});
