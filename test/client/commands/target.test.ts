import { describe, expect, it } from 'vitest';
import { defineCommand, type TargetKind } from '../../../client/src/commands/command.ts';
import { until } from '../../support/until.ts';
import { bench, compose, containerRow, groupRow, imageRow, type Bench } from './bench.ts';

/** A command that only notes what it was given, by name. */
function noting(
  on: TargetKind,
  { many = true, when }: { many?: boolean; when?: readonly string[] } = {},
): { command: ReturnType<typeof defineCommand>; got: string[] } {
  const got: string[] = [];
  const command = defineCommand<TargetKind>({
    id: 'gantry.test.note',
    title: 'Note…',
    on,
    many,
    placement: {},
    ...(when ? { when } : {}),
    run: async (_context, targets) => {
      for (const target of targets) {
        if ('name' in target) got.push(target.name);
        else if ('image' in target) got.push(target.tag ?? target.image.id);
        else if ('project' in target && target.project !== undefined)
          got.push(`${target.project} ${target.containers.length}`);
        else if ('path' in target && target.path !== undefined) got.push(target.path);
      }
    },
  });
  return { command: command as never, got };
}

const three = (): Promise<Bench> =>
  bench((engine) => {
    engine.addContainer({ name: 'web', state: 'running' });
    engine.addContainer({ name: 'db', state: 'exited' });
    engine.addContainer({ name: 'cache', state: 'running', ports: [port(6379)] });
  });
const port = (hostPort: number) => ({ containerPort: hostPort, hostPort, protocol: 'tcp' as const });

describe('on rows', () => {
  it('takes the clicked row, and with it the selection it is part of', async () => {
    const desk = await three();
    const { command, got } = noting('container');
    await desk.use(command, containerRow(desk, 'web'));
    await desk.use(command, containerRow(desk, 'web'), containerRow(desk, 'db'));
    expect(got).toEqual(['web', 'web', 'db']);
  });

  it('leaves out what does not fit', async () => {
    const desk = await three();
    const { command, got } = noting('container', { when: ['running'] });
    await desk.use(command, containerRow(desk, 'web'), containerRow(desk, 'db'), containerRow(desk, 'cache'));
    expect(got).toEqual(['web', 'cache']);
  });

  it('says why nothing fits', async () => {
    const desk = await three();
    const { command, got } = noting('container', { when: ['running', 'paused'] });
    await desk.use(command, containerRow(desk, 'db'));
    expect(got).toEqual([]);
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'info', text: '“Note” is for what is running or paused. It is exited now.' },
    ]);
  });

  it('sees a container as it is now, not as the row has it', async () => {
    const desk = await three();
    const { command, got } = noting('container', { when: ['running'] });
    const row = containerRow(desk, 'web');
    await desk.use(command, { ...row, container: { ...row.container, state: 'exited', name: 'old' } });
    expect(got).toEqual(['web']);
  });

  it('means a compose project’s containers by its row', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ ...compose('shop', 'web'), state: 'running' });
      engine.addContainer({ ...compose('shop', 'db'), state: 'running' });
    });
    const containers = noting('container');
    await desk.use(containers.command, groupRow(desk, 'shop'));
    expect(containers.got).toEqual(['shop-web-1', 'shop-db-1']);
    const groups = noting('containerGroup');
    await desk.use(groups.command, groupRow(desk, 'shop'));
    expect(groups.got).toEqual(['shop 2']);
  });

  it('means a repository’s tags by its row', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['shop/web:1', 'shop/web:2', 'other:1'] });
    });
    const { command, got } = noting('image');
    const images = [...desk.store.images.values()];
    await desk.use(command, {
      kind: 'imageGroup',
      id: 'repo',
      repository: 'shop/web',
      images,
      usedBy: {},
      marks: {},
      sort: 'name',
    });
    expect(got).toEqual(['shop/web:1', 'shop/web:2']);
  });

  it('takes a file', async () => {
    const desk = await three();
    const { command, got } = noting('dockerfile');
    await desk.useOnFile(command, '/src/Dockerfile');
    expect(got).toEqual(['/src/Dockerfile']);
  });
});

describe('from the palette', () => {
  it('asks for what fits, running ones first', async () => {
    const desk = await three();
    const { command, got } = noting('container');
    desk.ui.onPickMany('Note', ['db'], (rows) =>
      expect(rows.map(({ label }) => label)).toEqual(['cache', 'web', 'db']),
    );
    await desk.use(command);
    expect(got).toEqual(['db']);
    desk.ui.done();
  });

  it('asks for one when the command takes one', async () => {
    const desk = await three();
    const { command, got } = noting('container', { many: false, when: ['published'] });
    desk.ui.onPick('Note', 'cache', (rows) => expect(rows).toHaveLength(1));
    await desk.use(command);
    expect(got).toEqual(['cache']);
  });

  it('stops quietly when the picker is dismissed', async () => {
    const desk = await three();
    const { command, got } = noting('container');
    desk.ui.onPickMany('Note');
    await desk.use(command);
    expect(got).toEqual([]);
    expect(desk.ui.notifications).toEqual([]);
  });

  it('says what can be done when there is nothing', async () => {
    const desk = await bench();
    desk.ui.onNotify('There are no images yet', 'Pull image…');
    await desk.use(noting('image').command);
    expect(desk.ui.commands).toEqual([{ command: 'gantry.image.pull', args: [] }]);
  });

  it('says why nothing fits', async () => {
    const desk = await three();
    await desk.use(noting('container', { when: ['paused', 'restarting'] }).command);
    expect(desk.ui.notifications).toMatchObject([{ text: 'None of the 3 containers is paused or restarting.' }]);
  });

  it('lists an image once per tag and tells which are used', async () => {
    const desk = await bench((engine) => {
      const image = engine.addImage({ tags: ['web:1', 'web:2'], size: 1_234_567_890 });
      engine.addContainer({ name: 'web', imageId: image.id });
      engine.addImage({});
    });
    const { command } = noting('image', { many: false });
    desk.ui.onPick('Note', undefined, (rows) => {
      expect(rows.map(({ label }) => label)).toEqual(['web:1', 'web:2', '000000000003']);
      expect(rows[0]?.description).toMatch(/1\.23 GB • used by 1 container$/);
    });
    await desk.use(command);
    desk.ui.done();
  });

  it('lists the workspace’s Dockerfiles, the one in the editor first', async () => {
    const desk = await bench();
    desk.services.folders = ['/src'];
    desk.services.files = ['/src/a/Dockerfile', '/src/b/web.dockerfile', '/src/Dockerfile.dockerignore', '/src/x.txt'];
    desk.services.active = '/src/b/web.dockerfile';
    const { command, got } = noting('dockerfile', { many: false });
    desk.ui.onPick('Note', 'web.dockerfile', (rows) =>
      expect(rows.map(({ label, description }) => `${label} ${description}`)).toEqual([
        'web.dockerfile b',
        'Dockerfile a',
      ]),
    );
    await desk.use(command);
    expect(got).toEqual(['/src/b/web.dockerfile']);
  });

  it('reports an engine that is away instead of an empty list', async () => {
    const desk = await three();
    desk.engine.goAway();
    await until('the store has noticed', () => desk.store.state.kind !== 'live');
    const { command, got } = noting('container');
    await desk.use(command);
    expect(got).toEqual([]);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  });
});

it('knows an image row without a tag by its id', async () => {
  const desk = await bench((engine) => void engine.addImage({}));
  const [image] = [...desk.store.images.values()];
  const { command, got } = noting('image');
  await desk.use(command, imageRow(desk, image?.id ?? ''));
  expect(got).toEqual([image?.id]);
});
