import { describe, expect, it } from 'vitest';
import { composeBuild } from '../../../client/src/commands/compose/build.ts';
import { composeDown } from '../../../client/src/commands/compose/down.ts';
import { composeLogs } from '../../../client/src/commands/compose/logs.ts';
import { composePull } from '../../../client/src/commands/compose/pull.ts';
import { composeRestart } from '../../../client/src/commands/compose/restart.ts';
import { composeUp } from '../../../client/src/commands/compose/up.ts';
import { composeUpWith } from '../../../client/src/commands/compose/upWith.ts';
import { showGroupLogs } from '../../../client/src/commands/group/logs.ts';
import type { ComposeOutline, ServiceOutline } from '../../../server/src/protocol/requests.ts';
import { aNetwork, aVolume } from '../../support/memoryStock.ts';
import { until } from '../../support/until.ts';
import { bench, compose, containerRow, groupRow, type Bench } from './bench.ts';

const file = '/src/shop/compose.yaml';
const cli = { program: '/usr/bin/docker', prefix: ['compose'], version: '2.39.1' };

function service(name: string, profiles: readonly string[] = []): ServiceOutline {
  const at = { line: 1, character: 2 };
  return {
    name,
    range: { start: at, end: at },
    hasBuild: false,
    profiles,
    dependsOn: [],
    networks: [],
    volumes: [],
    ports: [],
  };
}

const outline: ComposeOutline = {
  name: 'shop',
  files: [],
  services: [service('web'), service('db'), service('mail', ['debug'])],
};

/** A desk in a workspace with a compose file, whose project has two containers. */
async function shop(labels: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const desk = await bench((engine) => {
    for (const name of ['web', 'db']) {
      const base = compose('shop', name);
      engine.addContainer({ ...base, state: 'running', labels: { ...base.labels, ...labels } });
    }
    engine.addContainer({ ...compose('other', 'web'), state: 'running' });
    const own = { 'com.docker.compose.project': 'shop' };
    engine.networks.add('n1', aNetwork({ id: 'n1', name: 'shop_default', labels: own }));
    engine.networks.add('n2', aNetwork({ id: 'n2', name: 'bridge' }));
  });
  desk.services.folders = ['/src'];
  desk.services.files = [file];
  desk.services.composeFile = outline;
  desk.services.cli = cli;
  return desk;
}

/** What ran in the terminal last, without the program. */
const ran = ({ ui }: Bench): string => ui.programs.at(-1)?.args.join(' ') ?? '';

describe('up', () => {
  it('runs in the project’s own terminal, in its folder, on the engine that is shown', async () => {
    const desk = await shop();
    desk.ui.onProgram('shop', 0);
    await desk.useOnFile(composeUp, file);
    expect(desk.ui.programs).toEqual([
      {
        name: 'shop',
        reuse: '/src/shop shop',
        program: '/usr/bin/docker',
        args: ['compose', 'up', '--detach'],
        cwd: '/src/shop',
        env: expect.objectContaining({ DOCKER_HOST: 'unix:///var/run/docker.sock' }) as unknown,
      },
    ]);
    expect(desk.services.saved).toContain(file);
    expect(desk.ui.notifications).toEqual([]);
  });

  it('from the palette is for the file in the editor, else for one that is picked', async () => {
    const desk = await shop();
    desk.services.files = ['/src/other/docker-compose.yml', file];
    desk.ui.onPick('Compose up', 'compose.yaml', (rows) => {
      expect(rows.map(({ description }) => description)).toEqual(['other', 'shop']);
    });
    desk.ui.onProgram('shop', 0).onProgram('shop', 0);
    await desk.use(composeUp);
    desk.services.activeCompose = '/src/other/docker-compose.yml';
    await desk.use(composeUp);
    expect(desk.ui.programs.map((program) => 'cwd' in program && program.cwd)).toEqual(['/src/shop', '/src/other']);
  });

  it('takes the files and env files of the settings, and any file that is called otherwise by its name', async () => {
    const desk = await shop();
    for (let times = 0; times < 3; times++) desk.ui.onProgram('shop', 0);
    await desk.useOnFile(composeUp, '/src/shop/stack.yaml');
    expect(ran(desk)).toBe('compose --file /src/shop/stack.yaml up --detach');
    desk.services.settings.set('gantry.compose.files', ['shop/compose.yaml', '/etc/prod.yaml']);
    desk.services.settings.set('gantry.compose.envFiles', ['prod.env']);
    await desk.useOnFile(composeUp, file);
    expect(ran(desk)).toBe(
      'compose --file /src/shop/compose.yaml --file /etc/prod.yaml --env-file /src/prod.env up --detach',
    );
    await desk.useOnFile(composeUp, '/src/shop/stack.yaml');
    expect(ran(desk)).toBe('compose --file /src/shop/stack.yaml --env-file /src/prod.env up --detach');
  });

  it('can be told services, profiles and how, and remembers', async () => {
    const desk = await shop();
    desk.ui
      .onPick('Up: shop', 'Services')
      .onPickMany('Services to start', ['web', 'mail'])
      .onPick('Up: shop', 'Profiles')
      .onPickMany('Profiles', ['debug'])
      .onPick('Up: shop', 'Build')
      .onPick('Up: shop', 'Output')
      .onPick('Up: shop', 'Up', ([up]) => expect(up?.description).toBe('--profile=debug up --build web mail'))
      .onProgram('shop', 0);
    await desk.useOnFile(composeUpWith, file);
    expect(ran(desk)).toBe('compose --profile=debug up --build web mail');
    desk.ui.onPick('Up: shop', 'Up').onProgram('shop', 0);
    await desk.useOnFile(composeUpWith, file);
    expect(ran(desk)).toBe('compose --profile=debug up --build web mail');
  });

  it('says what failed, and that an old Compose refuses much', async () => {
    const desk = await shop();
    desk.services.cli = { program: '/usr/bin/docker-compose', prefix: [], version: '1.29.2' };
    desk.ui.onProgram('shop', 1);
    await desk.useOnFile(composeUp, file);
    expect(desk.ui.notifications).toMatchObject([
      {
        severity: 'error',
        text: expect.stringMatching(
          /“docker-compose up” of shop failed with exit code 1.*1\.29\.2.*no longer maintained/,
        ),
      },
    ]);
  });

  it('says how to get a Compose where there is none', async () => {
    const desk = await shop();
    desk.services.cli = undefined;
    desk.ui.onNotify('there is none', 'How to install it');
    await desk.useOnFile(composeUp, file);
    expect(desk.ui.urls).toEqual(['https://docs.docker.com/compose/install/']);
    expect(desk.ui.programs).toEqual([]);
  });

  it('runs nothing of a workspace that is not trusted', async () => {
    const desk = await shop();
    desk.services.trusted = false;
    for (const command of [composeUp, composeUpWith, composeDown, composeRestart, composePull, composeBuild])
      await desk.useOnFile(command, file);
    expect(desk.ui.programs).toEqual([]);
    expect(desk.ui.notifications).toHaveLength(6);
  });
});

describe('from the tree', () => {
  const from = (config: string): Readonly<Record<string, string>> => ({
    'com.docker.compose.project.working_dir': '/src/shop',
    'com.docker.compose.project.config_files': config,
  });

  it('takes the files that the containers were made from', async () => {
    const desk = await shop(from('/src/shop/compose.yaml,override.yaml'));
    desk.services.files.push('/src/shop/override.yaml');
    desk.ui.onProgram('shop', 0).onProgram('shop', 0);
    await desk.use(composePull, groupRow(desk, 'shop'));
    const files = '--file /src/shop/compose.yaml --file /src/shop/override.yaml --project-name shop';
    expect(ran(desk)).toBe(`compose ${files} --profile=debug pull`);
    await desk.use(composeUp, containerRow(desk, 'shop-db-1'));
    expect(ran(desk)).toBe(`compose ${files} up --detach db`);
  });

  it('asks before it runs what is outside of the workspace: a label can say anything', async () => {
    const desk = await shop(from('/tmp/evil.yaml'));
    desk.services.files.push('/tmp/evil.yaml');
    desk.ui.onAsk('outside of this workspace', undefined, ({ detail }) => expect(detail).toContain('/tmp/evil.yaml'));
    await desk.use(composeUp, groupRow(desk, 'shop'));
    expect(desk.ui.programs).toEqual([]);
  });

  it('says so when the files are on another machine', async () => {
    const desk = await shop(from('/home/somebody/compose.yaml'));
    await desk.use(composeUp, groupRow(desk, 'shop'));
    expect(desk.ui.notifications[0]?.text).toMatch(/\/home\/somebody\/compose\.yaml.*not on this machine/);
  });
});

describe('down', () => {
  it('lists what goes before it asks', async () => {
    const desk = await shop();
    desk.ui.onAsk('Take shop down?', 'Take down', ({ actions, detail }) => {
      expect(actions).toEqual(['Take down']);
      expect(detail).toBe('2 containers: shop-web-1 (running) and shop-db-1 (running)\n1 network: shop_default');
    });
    desk.ui.onProgram('shop', 0);
    await desk.useOnFile(composeDown, file);
    expect(ran(desk)).toBe('compose --profile=debug down');
  });

  it('deletes volumes only when that is chosen', async () => {
    const desk = await shop();
    const labels = { 'com.docker.compose.project': 'shop' };
    desk.engine.volumes.add('shop_data', aVolume({ name: 'shop_data', labels }));
    desk.engine.volumes.add('elsewhere', aVolume({ name: 'elsewhere' }));
    desk.ui.onAsk('Take shop down?', 'Take down and delete 1 volume', ({ detail }) =>
      expect(detail).toContain('kept unless you say so: shop_data'),
    );
    desk.ui.onProgram('shop', 0);
    await desk.useOnFile(composeDown, file);
    expect(ran(desk)).toBe('compose --profile=debug down --volumes');
  });

  it('of a service stops and removes its containers', async () => {
    const desk = await shop();
    desk.ui.onAsk('Stop and remove web of shop?', 'Stop and remove', ({ detail }) =>
      expect(detail).toBe('1 container: shop-web-1 (running)'),
    );
    desk.ui.onProgram('shop', 0);
    await desk.useOnLens(composeDown, file, 'web');
    expect(ran(desk)).toBe('compose --profile=debug rm --stop --force web');
  });

  it('leaves everything when the question is dismissed', async () => {
    const desk = await shop();
    desk.ui.onAsk('Take shop down?');
    await desk.useOnFile(composeDown, file);
    expect(desk.ui.programs).toEqual([]);
  });

  it('says that there is nothing', async () => {
    const desk = await shop();
    desk.services.composeFile = { ...outline, name: 'nothing' };
    await desk.useOnFile(composeDown, file);
    expect(desk.ui.notifications).toMatchObject([{ text: 'There is nothing of nothing to take down.' }]);
  });
});

describe('without a Compose CLI', () => {
  it('a project and a service are restarted by the engine', async () => {
    const desk = await shop();
    desk.services.cli = undefined;
    const restarted: string[] = [];
    desk.engine.containers.restart = async (id) => {
      const [container] = await desk.engine.containers.list({ ids: [id] });
      restarted.push(container?.name ?? '');
    };
    await desk.useOnFile(composeRestart, file);
    expect(restarted.sort()).toEqual(['shop-db-1', 'shop-web-1']);
    await desk.useOnLens(composeRestart, file, 'web');
    expect(restarted).toHaveLength(3);
    expect(desk.ui.notifications).toEqual([]);
  });
});

describe('logs', () => {
  /** An engine whose containers write one line each; a container's log never ends. */
  async function talking(): Promise<Bench> {
    const desk = await shop();
    desk.engine.containers.inspect = async () => ({ State: { Running: true, StartedAt: '2026-01-01T00:00:00Z' } });
    desk.engine.containers.logs = async function* (id, _options, signal) {
      const [container] = await desk.engine.containers.list({ ids: [id] });
      const text = `2026-01-01T00:00:00.000000001Z hello from ${container?.name}\n`;
      yield { stream: 'stdout' as const, data: Buffer.from(text) };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    };
    return desk;
  }
  const lines = (desk: Bench): string[] => (desk.ui.streams.at(-1)?.text ?? '').trim().split('\n').sort();

  it('of a project are one document, with the service before each line, and what comes up later in it', async () => {
    const desk = await talking();
    await desk.use(showGroupLogs, groupRow(desk, 'shop'));
    await until('both have spoken', () => lines(desk).length === 2);
    expect(lines(desk)).toEqual(['db-1  | hello from shop-db-1', 'web-1 | hello from shop-web-1']);
    desk.engine.addContainer({ ...compose('shop', 'mail'), state: 'running' });
    await until('the third too', () => lines(desk).includes('mail-1 | hello from shop-mail-1'));
    desk.ui.streams[0]?.close();
  });

  it('of a service in a file are those of its containers', async () => {
    const desk = await talking();
    await desk.useOnLens(composeLogs, file, 'db');
    await until('it has spoken', () => lines(desk)[0] !== '');
    expect(lines(desk)).toEqual(['db-1 | hello from shop-db-1']);
    expect(desk.ui.streams[0]?.name).toBe('shop db.log');
    desk.ui.streams[0]?.close();
  });

  it('say that nothing was started yet', async () => {
    const desk = await talking();
    await desk.useOnLens(composeLogs, file, 'mail');
    expect(desk.ui.notifications[0]?.text).toBe(
      'Nothing of mail of shop has been started yet. Its logs are here once it has.',
    );
  });
});
