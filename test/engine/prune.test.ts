import { expect } from 'vitest';
import { pruneContainers } from '../../client/src/commands/prune/containers.ts';
import { pruneImages } from '../../client/src/commands/prune/images.ts';
import type { Choice } from '../../client/src/ui/ui.ts';
import { formatBytes } from '../../client/src/ui/format.ts';
import { deskTest } from '../support/deskTest.ts';
import { until } from '../support/until.ts';

// Others share this engine: every test selects by name what it has made itself, and nothing else.
const test = deskTest('prune');

const row = (rows: readonly Choice<unknown>[], label: string | RegExp): Choice<unknown> | undefined =>
  rows.find((choice) => (typeof label === 'string' ? choice.label === label : label.test(choice.label)));

test('stopped containers: lists them with what they wrote, removes the selected ones', async ({ real, desk }) => {
  const { containers } = real.engine;
  const wrote = 3_000_000;
  const command = ['sh', '-c', `head -c ${wrote} /dev/zero > /tmp/data`];
  const big = await real.run({ name: 'gantry-prune-big', command });
  const kept = await real.run({ name: 'gantry-prune-kept', command });
  const created = await real.create({ name: 'gantry-prune-created' });
  const running = await real.run({ name: 'gantry-prune-running' });
  const state = async (id: string): Promise<string | undefined> => (await containers.list({ ids: [id] }))[0]?.state;
  await until('both have ended', async () => (await state(big)) === 'exited' && (await state(kept)) === 'exited');
  desk.ui
    .onPick('Prune which containers?', 'All stopped')
    .onPickMany('Prune containers', ['gantry-prune-big', 'gantry-prune-created'], (rows) => {
      expect(row(rows, 'gantry-prune-big')).toMatchObject({
        picked: true,
        detail: expect.stringMatching(/^Exited \(0\)/),
      });
      expect(row(rows, 'gantry-prune-big')?.description).toContain(`frees ${formatBytes(wrote)}`);
      expect(row(rows, 'gantry-prune-created')).toMatchObject({
        picked: true,
        detail: expect.stringMatching(/^never started/),
      });
      expect(row(rows, 'gantry-prune-created')?.description).toContain('frees 0 B');
      expect(row(rows, 'gantry-prune-running')).toBeUndefined();
    })
    .onAsk('Remove 2 containers and free 3 MB?', 'Remove 2');
  await desk.use(pruneContainers);
  desk.ui.done();
  expect(desk.ui.notifications).toEqual([{ severity: 'info', text: 'Removed 2 containers, freed 3 MB.', actions: [] }]);
  expect(await Promise.all([big, created, kept, running].map(state))).toEqual([
    undefined,
    undefined,
    'exited',
    'running',
  ]);
});

test('a container that was started meanwhile stays', async ({ real, desk }) => {
  const { containers } = real.engine;
  const id = await real.create({ name: 'gantry-prune-late', command: ['sleep', '600'] });
  desk.ui
    .onPick('Prune which containers?', 'All stopped')
    .onPickMany('Prune containers', ['gantry-prune-late'])
    .onAsk('Remove 1 container', 'Remove');
  const { list } = containers;
  // Started between the question and the removal, behind the command's back.
  desk.ui.onProgress = () => {
    containers.list = async (options, signal) => {
      await containers.start(id);
      return await list(options, signal);
    };
  };
  try {
    await desk.use(pruneContainers);
  } finally {
    containers.list = list;
  }
  expect(desk.ui.notifications[0]?.text).toBe('Removed none of 1 container. gantry-prune-late: It is running now.');
  expect((await containers.list({ ids: [id] }))[0]?.state).toBe('running');
});

test('images: counts what only they hold, and takes all their names', async ({ real, desk }) => {
  const { images, containers } = real.engine;
  const wrote = 2_000_000;
  const commit = async (repo: string, bytes: number): Promise<string> => {
    const container = await real.run({ command: ['sh', '-c', `head -c ${bytes} /dev/urandom > /tmp/data`] });
    await until('its end', async () => (await containers.list({ ids: [container] }))[0]?.state === 'exited');
    const query = repo === '' ? { container } : { container, repo, tag: '1' };
    const body = JSON.stringify({ Labels: real.labels });
    const answer = (await real.raw({ method: 'POST', path: '/commit', query, body })) as { Id: string };
    await containers.remove(container);
    return answer.Id;
  };
  const named = await commit('gantry-test/prune-named', wrote);
  await images.tag(named, { repository: '127.0.0.1:5000/gantry-test/prune', tag: '2' });
  const dangling = await commit('', wrote / 2);
  const used = await commit('gantry-test/prune-used', wrote);
  await real.create({ image: 'gantry-test/prune-used:1', name: 'gantry-prune-user' });
  const short = dangling.slice(7, 19);
  const ids = async (): Promise<string[]> => (await images.list()).map(({ id }) => id);

  // The dangling one alone.
  desk.ui
    .onPick('Prune which images?', 'Dangling only')
    .onPickMany('Prune images', [short], (rows) => {
      expect(row(rows, short)?.description).toContain('frees 1 MB');
      expect(row(rows, /gantry-test/)).toBeUndefined();
    })
    .onAsk('Remove 1 image and free 1 MB?', 'Remove');
  await desk.use(pruneImages);
  expect(await ids()).not.toContain(dangling);
  expect(await ids()).toEqual(expect.arrayContaining([named, used]));

  // The one with two names in two repositories; the used one is not even offered.
  const label = '127.0.0.1:5000/gantry-test/prune:2 and gantry-test/prune-named:1';
  desk.ui
    .onPick('Prune which images?', 'All unused')
    .onPickMany('Prune images', [label], (rows) => {
      expect(row(rows, label)?.description).toContain('frees 2 MB');
      expect(row(rows, /prune-used/)).toBeUndefined();
    })
    .onAsk('Remove 1 image and free 2 MB?', 'Remove');
  await desk.use(pruneImages);
  desk.ui.done();
  expect(desk.ui.notifications.map(({ text }) => text)).toEqual([
    'Removed 1 image, freed 1 MB.',
    'Removed 1 image, freed 2 MB.',
  ]);
  expect(await ids()).not.toContain(named);
  expect(await ids()).toContain(used);
});

test('an image cannot go before those built on it: both go in one prune, whatever their order', async ({
  real,
  desk,
}) => {
  const { images, containers } = real.engine;
  const commit = async (image: string, repo: string): Promise<string> => {
    const container = await real.create({ image });
    const body = JSON.stringify({ Labels: real.labels });
    const query = { container, repo, tag: '1' };
    const { Id: id } = (await real.raw({ method: 'POST', path: '/commit', query, body })) as { Id: string };
    await containers.remove(container);
    return id;
  };
  // Both come into being within the same second, so their age does not tell them apart.
  const parent = await commit(real.image, 'gantry-test/prune-parent');
  const child = await commit('gantry-test/prune-parent:1', 'gantry-test/prune-child');
  desk.ui
    .onPick('Prune which images?', 'All unused')
    .onPickMany('Prune images', ['gantry-test/prune-parent:1', 'gantry-test/prune-child:1'])
    .onAsk('Remove 2 images', 'Remove 2');
  await desk.use(pruneImages);
  expect(desk.ui.notifications).toMatchObject([
    { severity: 'info', text: expect.stringMatching(/^Removed 2 images, freed/) },
  ]);
  const left = (await images.list()).map(({ id }) => id);
  expect(left).not.toContain(parent);
  expect(left).not.toContain(child);
});
