import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { backUpVolume } from '../../client/src/commands/volume/backup.ts';
import { cloneVolume } from '../../client/src/commands/volume/clone.ts';
import { createVolume } from '../../client/src/commands/volume/create.ts';
import { createVolumeFromTar } from '../../client/src/commands/volume/createFromTar.ts';
import { inspectVolume } from '../../client/src/commands/volume/inspect.ts';
import { removeVolume } from '../../client/src/commands/volume/remove.ts';
import { restoreVolume } from '../../client/src/commands/volume/restore.ts';
import { helperLabel } from '../../client/src/engine/helper.ts';
import { watchStrayHelpers } from '../../client/src/store/strayHelpers.ts';
import { deskTest, volumeRow } from '../support/deskTest.ts';
import { readText, type TestEngine } from '../support/engine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';

const test = deskTest('commands-volume');

/** Runs a shell line in a container that has the volume, and answers what it writes. */
async function inVolume(real: TestEngine, name: string, line: string): Promise<string> {
  const id = await real.run({ volumes: [`${name}:/v`], workingDirectory: '/v' });
  const session = await real.engine.containers.exec(id, { command: ['sh', '-c', line], terminal: false });
  const text = await readText(session.output);
  await real.engine.containers.remove(id, { force: true });
  return text;
}
const helpers = async ({ engine }: TestEngine): Promise<string[]> =>
  (await engine.containers.list({ labels: [`${helperLabel}=${hostname()}/${process.pid}`] })).map(({ name }) => name);
const files = 'mkdir -p deep; echo one > a; echo two > deep/b; chown 1000:1000 deep/b; chmod 640 deep/b; ln -s a link';
const listing = 'ls -ln . deep | cut -c1-10,15- | grep -v total; cat a deep/b';

test('a volume is created with driver, options and labels, shown and removed', async ({ real, desk }) => {
  desk.ui
    .onPick('Create volume', 'Name')
    .onInput('Name', 'gantry-volume-made', { rejected: ['x', '-a', 'a b'] })
    .onPick('Create volume', 'Driver options')
    .onInput('Add a driver option', 'type=tmpfs', { rejected: ['=x', 'a b=c'] })
    .onPick('Driver options', 'Add')
    .onInput('Add a driver option', 'device=tmpfs')
    .onPick('Driver options', 'Done')
    .onPick('Create volume', 'Labels')
    .onInput('Add a label', 'dev.gantry.test=commands-volume')
    .onPick('Labels', 'Done')
    .onPick('Create volume', /^Create$/);
  await desk.use(createVolume);
  const row = await volumeRow(desk, 'gantry-volume-made');
  expect(row.volume).toMatchObject({
    driver: 'local',
    options: { type: 'tmpfs', device: 'tmpfs' },
    labels: { 'dev.gantry.test': 'commands-volume' },
    anonymous: false,
  });
  await desk.use(inspectVolume, row);
  expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toMatchObject({ Name: 'gantry-volume-made' });
  desk.ui.onAsk('Remove the volume gantry-volume-made?', 'Remove');
  await desk.use(removeVolume, row);
  await until('it is gone', () => !desk.store.volumes.has('gantry-volume-made'));
  expect((await real.engine.volumes.list()).map(({ name }) => name)).not.toContain('gantry-volume-made');
  desk.ui.done();
});

test('what a stopped container has is not removed before it; of several the free ones go', async ({ real, desk }) => {
  const { volumes } = real.engine;
  for (const name of ['gantry-volume-used', 'gantry-volume-free']) await volumes.create({ name, labels: real.labels });
  const user = await real.create({ name: 'gantry-volume-user', volumes: ['gantry-volume-used:/v'] });
  const rows = [await volumeRow(desk, 'gantry-volume-used'), await volumeRow(desk, 'gantry-volume-free')];
  desk.ui.onAsk('Remove 1 of 2 volumes?', 'Remove', ({ detail }) => {
    expect(detail).toContain(
      'Left, because containers use it: gantry-volume-used, used by gantry-volume-user (created)',
    );
  });
  await desk.use(removeVolume, ...rows);
  const names = async (): Promise<string[]> => (await volumes.list()).map(({ name }) => name);
  expect(await names()).not.toContain('gantry-volume-free');
  expect(await names()).toContain('gantry-volume-used');
  desk.ui
    .onAsk('gantry-volume-used is used by 1 container.', 'Remove the container…')
    .onAsk('Remove gantry-volume-user?', 'Remove')
    .onAsk('Remove the volume gantry-volume-used?', 'Remove');
  await desk.use(removeVolume, rows[0]!);
  expect(await names()).not.toContain('gantry-volume-used');
  expect(await real.engine.containers.list({ ids: [user] })).toEqual([]);
  desk.ui.done();
});

test('a clone and a restored backup have the same files, owners and modes', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const { volumes } = real.engine;
  await volumes.create({ name: 'gantry-volume-from', labels: real.labels });
  await inVolume(real, 'gantry-volume-from', files);
  const original = await inVolume(real, 'gantry-volume-from', listing);
  expect(original).toMatch(/1000 +1000/);

  desk.ui.onInput('Clone gantry-volume-from', 'gantry-volume-copy', { rejected: ['gantry-volume-from', ''] });
  await desk.use(cloneVolume, await volumeRow(desk, 'gantry-volume-from'));
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/^Cloned gantry-volume-from to gantry-volume-copy/);
  expect(await inVolume(real, 'gantry-volume-copy', listing)).toBe(original);

  const path = join(folder.path, 'backup.tar');
  desk.ui.onPickPath('Back up gantry-volume-from', path);
  await desk.use(backUpVolume, await volumeRow(desk, 'gantry-volume-from'));
  expect(execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).split('\n').toSorted()).toEqual(
    ['', './', './a', './deep/', './deep/b', './link'].toSorted(),
  );

  // What was written since is replaced or kept, or goes when the volume is emptied first.
  await inVolume(real, 'gantry-volume-copy', 'echo changed > a; echo new > later');
  const copy = await volumeRow(desk, 'gantry-volume-copy');
  desk.ui.onPickPath('Restore gantry-volume-copy', path).onAsk('Restore gantry-volume-copy', 'Add to its files');
  await desk.use(restoreVolume, copy);
  expect(await inVolume(real, 'gantry-volume-copy', 'cat a later')).toBe('one\nnew\n');
  await until('nobody uses it', () => volumeRow(desk, 'gantry-volume-copy').then(({ users }) => users.length === 0));
  desk.ui.onPickPath('Restore gantry-volume-copy', path).onAsk('Restore gantry-volume-copy', 'Empty it first');
  await desk.use(restoreVolume, copy);
  expect(await inVolume(real, 'gantry-volume-copy', listing)).toBe(original);
  expect((await volumes.list()).find(({ name }) => name === 'gantry-volume-copy')?.labels).toMatchObject(real.labels);

  desk.ui.onPickPath('Create a volume from a tar', path).onInput('Create a volume from a tar', 'gantry-volume-new');
  await desk.use(createVolumeFromTar);
  expect(await inVolume(real, 'gantry-volume-new', listing)).toBe(original);
  await volumes.remove('gantry-volume-new');
  expect(await helpers(real)).toEqual([]);
  desk.ui.done();
});

test('a file that is no archive changes nothing', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const { volumes } = real.engine;
  await volumes.create({ name: 'gantry-volume-kept', labels: real.labels });
  await inVolume(real, 'gantry-volume-kept', 'echo precious > file');
  const path = join(folder.path, 'notes.txt');
  await writeFile(path, 'this is no archive\n'.repeat(100));
  desk.ui.onPickPath('Restore', path);
  await desk.use(restoreVolume, await volumeRow(desk, 'gantry-volume-kept'));
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/notes\.txt is not a tar archive\.$/);
  expect(await inVolume(real, 'gantry-volume-kept', 'cat file')).toBe('precious\n');
});

test('a backup that is cancelled leaves neither a file nor a helper', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  await real.engine.volumes.create({ name: 'gantry-volume-large', labels: real.labels });
  await inVolume(real, 'gantry-volume-large', 'head -c 60000000 /dev/zero > file');
  await mkdir(join(folder.path, 'out'));
  desk.ui.onPickPath('Back up', join(folder.path, 'out', 'large.tar'));
  desk.ui.onProgress = (progress) => {
    const push = progress.messages.push.bind(progress.messages);
    progress.messages.push = (...messages) => {
      progress.cancel();
      return push(...messages);
    };
  };
  await desk.use(backUpVolume, await volumeRow(desk, 'gantry-volume-large'));
  expect(desk.ui.notifications).toEqual([]);
  expect(await readdir(join(folder.path, 'out'))).toEqual([]);
  expect(await helpers(real)).toEqual([]);
});

test('helpers of a window that crashed are removed at the next start, and those at work are not', async ({
  real,
  desk,
}) => {
  const dead = execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
  const stray = await real.create({ labels: { [helperLabel]: `${hostname()}/${dead}` } });
  const working = await real.create({ labels: { [helperLabel]: `${hostname()}/${process.pid}` } });
  const elsewhere = await real.create({ labels: { [helperLabel]: `another-machine/${dead}` } });
  const log = { debug: () => {}, warn: (text: string) => expect.unreachable(text) };
  const watching = watchStrayHelpers({ store: desk.store, engine: real.engine, log });
  desk.store.reset();
  await until('the stray one is gone', async () => (await real.engine.containers.list({ ids: [stray] })).length === 0);
  watching.dispose();
  const left = (await real.engine.containers.list({ ids: [working, elsewhere] })).map(({ id }) => id);
  expect(left.toSorted()).toEqual([working, elsewhere].toSorted());
});
