import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { pruneBuildCache } from '../../client/src/commands/prune/buildCache.ts';
import { pruneNetworks } from '../../client/src/commands/prune/networks.ts';
import { pruneSystem } from '../../client/src/commands/prune/system.ts';
import { pruneVolumes } from '../../client/src/commands/prune/volumes.ts';
import { formatBytes } from '../../client/src/ui/format.ts';
import type { Choice } from '../../client/src/ui/ui.ts';
import { build, buildContext } from '../support/buildContext.ts';
import { deskTest } from '../support/deskTest.ts';
import type { TestEngine } from '../support/engine.ts';
import { until } from '../support/until.ts';

// Others share this engine: every test selects by name what it has made itself, and nothing else.
const test = deskTest('prune-all');

const row = (rows: readonly Choice<unknown>[], label: string | RegExp): Choice<unknown> | undefined =>
  rows.find((choice) => (typeof label === 'string' ? choice.label === label : label.test(choice.label)));

/** Runs a shell line to its end in a container that stays, stopped. */
async function ran({ engine, run }: TestEngine, options: Parameters<TestEngine['run']>[0]): Promise<string> {
  const id = await run(options);
  await until('its end', async () => (await engine.containers.list({ ids: [id] }))[0]?.state === 'exited');
  return id;
}

test('volumes: what no container has, running or not, with the sizes that the engine tells', async ({ real, desk }) => {
  const { volumes, containers, system } = real.engine;
  for (const name of ['gantry-pruned', 'gantry-prune-kept', 'gantry-prune-held'])
    await volumes.create({ name, labels: real.labels });
  const line = (bytes: number) => ['sh', '-c', `head -c ${bytes} /dev/zero > /v/file`];
  const writer = await ran(real, { volumes: ['gantry-pruned:/v'], command: line(1_500_000) });
  await containers.remove(writer);
  await real.create({ name: 'gantry-prune-holder', volumes: ['gantry-prune-held:/v'] });
  const sizeOf = async (name: string): Promise<number | undefined> =>
    (await system.diskUsage()).volumes.find(({ volume }) => volume.name === name)?.size;
  const told = await sizeOf('gantry-pruned');
  expect(told).toBeGreaterThanOrEqual(1_500_000);
  desk.ui
    .onPick('Prune which volumes?', 'All unused')
    .onPickMany('Prune volumes', ['gantry-pruned'], (rows) => {
      expect(row(rows, 'gantry-pruned')?.description).toContain(`frees ${formatBytes(told ?? 0)}`);
      expect(row(rows, 'gantry-prune-kept')).toMatchObject({ detail: 'no container uses it', picked: true });
      expect(row(rows, 'gantry-prune-held')).toBeUndefined();
    })
    .onAsk(`Remove 1 volume and free ${formatBytes(told ?? 0)}?`, 'Remove');
  await desk.use(pruneVolumes);
  desk.ui.done();
  expect(desk.ui.notifications.map(({ text }) => text)).toEqual([`Removed 1 volume, freed ${formatBytes(told ?? 0)}.`]);
  expect(await sizeOf('gantry-pruned')).toBeUndefined();
  expect(await sizeOf('gantry-prune-kept')).toBe(0);

  // Taken into use between the question and the removal, it stays.
  desk.ui
    .onPick('Prune which volumes?', 'All unused')
    .onPickMany('Prune volumes', ['gantry-prune-kept'])
    .onAsk('Remove 1 volume', 'Remove');
  let user = '';
  const { list } = containers;
  desk.ui.onProgress = () => {
    containers.list = async (options, signal) => {
      containers.list = list;
      user = await real.create({ name: 'gantry-prune-user', volumes: ['gantry-prune-kept:/v'] });
      return await list(options, signal);
    };
  };
  await desk.use(pruneVolumes);
  expect(desk.ui.notifications.at(-1)?.text).toBe(
    'Removed none of 1 volume. gantry-prune-kept: It is used by gantry-prune-user (created) now.',
  );
  expect(user).not.toBe('');
});

test('anonymous volumes are told from those that somebody named', async ({ real, desk }) => {
  const { volumes } = real.engine;
  const { name } = await volumes.create({ labels: real.labels });
  await volumes.create({ name: 'gantry-prune-named', labels: real.labels });
  desk.ui
    .onPick('Prune which volumes?', 'Anonymous only')
    .onPickMany('Prune volumes', [name.slice(0, 12)], (rows) => {
      expect(row(rows, 'gantry-prune-named')).toBeUndefined();
    })
    .onAsk('Remove 1 volume', 'Remove');
  await desk.use(pruneVolumes);
  const names = (await volumes.list()).map((volume) => volume.name);
  expect(names).not.toContain(name);
  expect(names).toContain('gantry-prune-named');
});

test('networks: those that a stopped container is in are not even listed', async ({ real, desk }) => {
  const { networks } = real.engine;
  for (const name of ['gantry-prune-free', 'gantry-prune-stopped', 'gantry-prune-labelled'])
    await networks.create({ name, labels: { ...real.labels, ...(name.endsWith('labelled') ? { keep: '' } : {}) } });
  await real.create({ network: 'gantry-prune-stopped' });
  desk.ui
    .onPick('Prune which networks?', 'Only with label')
    .onInput('Only with label', '!keep')
    .onPick('Prune which networks?', 'All unused')
    .onPickMany('Prune networks', ['gantry-prune-free'], (rows) => {
      expect(row(rows, 'gantry-prune-stopped')).toBeUndefined();
      expect(row(rows, 'gantry-prune-labelled')).toBeUndefined();
      expect(row(rows, 'bridge')).toBeUndefined();
    })
    .onAsk('Remove 1 network', 'Remove');
  await desk.use(pruneNetworks);
  const names = (await networks.list()).map(({ name }) => name);
  expect(names).not.toContain('gantry-prune-free');
  expect(names).toEqual(expect.arrayContaining(['gantry-prune-stopped', 'gantry-prune-labelled', 'bridge']));
});

test('build cache: one record goes and its parents stay, with the bytes that the engine tells', async ({
  real,
  desk,
}) => {
  const mark = randomBytes(6).toString('hex');
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nRUN echo ${mark}-parent > /parent\nRUN head -c 700000 /dev/urandom > /child && echo ${mark}-child\n`,
  });
  const events = await build(real, { context: context.path });
  const done = events.at(-1);
  if (done?.kind !== 'done') throw new Error('no end');
  await real.engine.images.remove(done.imageId, { force: true });
  const cache = async (what: string) =>
    (await real.engine.system.diskUsage()).buildCache.find(({ description }) =>
      description.includes(`${mark}-${what}`),
    );
  await until('the cache is free', async () => (await cache('child'))?.inUse === false);
  const child = await cache('child');
  const parent = await cache('parent');
  expect(child?.parents).toEqual([parent?.id]);
  expect(child?.size).toBeGreaterThan(650_000);

  // A parent cannot go while its child stays.
  desk.ui
    .onPick('Prune which build cache?', 'Only regular')
    .onPickMany('Prune build cache', [new RegExp(`${mark}-parent`)], (rows) =>
      expect(row(rows, new RegExp(`${mark}-parent`))?.detail).toContain('1 other record built on it'),
    )
    .onAsk('Remove 1 build cache record', 'Remove');
  await desk.use(pruneBuildCache);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/Other build cache is built on it, and stays\.$/);
  expect(await cache('parent')).toBeDefined();

  desk.ui
    .onPick('Prune which build cache?', 'All of it')
    .onPickMany('Prune build cache', [new RegExp(`${mark}-parent`), new RegExp(`${mark}-child`)])
    .onAsk('Remove 2 build cache records and free', 'Remove 2');
  await desk.use(pruneBuildCache);
  expect(desk.ui.notifications.at(-1)).toMatchObject({
    severity: 'info',
    text: `Removed 2 build cache records, freed ${formatBytes((child?.size ?? 0) + (parent?.size ?? 0))}.`,
  });
  expect(await cache('child')).toBeUndefined();
  expect(await cache('parent')).toBeUndefined();
  desk.ui.done();
});

test('everything at once: a container goes with the network, image and volume that only it had', async ({
  real,
  desk,
}) => {
  const { engine } = real;
  const suffix = randomBytes(4).toString('hex');
  const name = `gantry-prune-${suffix}`;
  await engine.volumes.create({ name, labels: real.labels });
  await engine.networks.create({ name, labels: real.labels });
  const made = await real.create({ command: ['true'] });
  const { signal } = new AbortController();
  const image = await engine.containers.commit(made, { repository: name, tag: '1', pause: false }, signal);
  await engine.containers.remove(made);
  const id = await ran(real, { name, image: `${name}:1`, network: name, volumes: [`${name}:/v`], command: ['true'] });
  const exactly = (noun: string): RegExp => new RegExp(noun === 'image' ? `^${name}:1$` : `^${name}$`);
  desk.ui
    .onPick('Prune which unused objects?', 'Everything that is unused')
    .onPickMany('Prune unused objects', [exactly('container')], (rows) => {
      const own = rows.filter(({ label }) => label.startsWith(name)).map(({ detail = '' }) => detail.split(' • ')[0]);
      expect(own).toEqual([
        expect.stringMatching(/^Exited \(0\)/),
        `only ${name} used it`,
        `only ${name} used it`,
        `only ${name} used it`,
      ]);
    })
    .onAsk('Remove 1 container', 'Remove');
  await desk.use(pruneSystem);
  expect(await engine.containers.list({ ids: [id] })).toEqual([]);
  // The other three were not selected, and stay.
  expect((await engine.images.list()).map((one) => one.id)).toContain(image);
  expect((await engine.volumes.list()).map((volume) => volume.name)).toContain(name);
  expect((await engine.networks.list()).map((network) => network.name)).toContain(name);
  await engine.images.remove(`${name}:1`);
  desk.ui.done();
});
