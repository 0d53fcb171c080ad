import { execFileSync } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { importImage } from '../../client/src/commands/image/import.ts';
import { loadImages } from '../../client/src/commands/image/load.ts';
import { saveImage } from '../../client/src/commands/image/save.ts';
import { searchHub } from '../../client/src/commands/image/search.ts';
import { deskTest, imageRow } from '../support/deskTest.ts';
import { tar } from '../support/tar.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const test = deskTest('commands-files');

test('images go into one archive with their names, and come back', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const { images } = real.engine;
  const path = join(folder.path, 'images.tar');
  for (const tag of ['1', '2']) await images.tag(real.image, { repository: 'gantry-test/files', tag });
  const rows = [await imageRow(desk, 'gantry-test/files:1'), await imageRow(desk, 'gantry-test/files:2')];
  desk.ui.onPickPath('Save 2 images', path);
  await desk.use(saveImage, ...rows);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(
    /^Saved gantry-test\/files:1 and gantry-test\/files:2 to .*images\.tar, [\d.]+ MB\.$/,
  );
  expect(execFileSync('tar', ['-xOf', path, 'manifest.json'], { encoding: 'utf8' })).toContain('gantry-test/files:2');
  for (const tag of ['1', '2']) await images.remove(`gantry-test/files:${tag}`);
  desk.ui.onPickPath('Load images', path);
  await desk.use(loadImages);
  expect(desk.ui.notifications.at(-1)?.text).toBe('Loaded gantry-test/files:1 and gantry-test/files:2.');
  const tags = (await images.list()).flatMap((image) => image.tags);
  expect(tags).toEqual(expect.arrayContaining(['gantry-test/files:1', 'gantry-test/files:2']));
  expect((await stat(path)).size).toBeGreaterThan(1_000_000);
  desk.ui.done();
});

test('files become an image that runs', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'files.tar');
  await writeFile(path, tar([{ path: 'hello', data: 'there\n', mode: 0o644 }]));
  desk.ui
    .onPickPath('Import', path)
    .onPick('Import files.tar', 'Name')
    .onInput('Name', 'gantry-test/files:imported', { rejected: ['Big', 'a@sha256:0'] })
    .onPick('Import files.tar', 'Instructions')
    .onInput('Add an instruction', 'LABEL dev.gantry.test=commands-files', { rejected: ['RUN x', 'CMD'] })
    .onPick('Instructions', 'Add')
    .onInput('Add an instruction', 'CMD ["/hello"]')
    .onPick('Instructions', 'Done')
    .onPick('Import files.tar', /^Import$/);
  await desk.use(importImage);
  expect(desk.ui.notifications).toEqual([
    { severity: 'info', text: 'Imported files.tar as gantry-test/files:imported.', actions: [] },
  ]);
  expect(await real.engine.images.defaults('gantry-test/files:imported')).toMatchObject({ command: ['/hello'] });
  const id = await real.create({ image: 'gantry-test/files:imported' });
  expect(await real.engine.containers.stat(id, '/hello')).toMatchObject({ size: 6, mode: 0o644 });
  desk.ui.done();
});

test('a file that is no archive is refused before the engine is asked', async ({ desk }) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'notes.txt');
  await writeFile(path, 'no archive');
  for (const command of [loadImages, importImage]) {
    desk.ui.onPickPath(/^(Load|Import)/, path);
    await desk.use(command);
    expect(desk.ui.notifications.at(-1)).toMatchObject({
      severity: 'error',
      text: expect.stringMatching(/notes\.txt is not a tar archive\.$/),
    });
  }
});

test('an engine that does not reach Docker Hub says so', async ({ desk }) => {
  desk.ui.onInput('Search Docker Hub', 'busybox', { rejected: ['', ' '] });
  await desk.use(searchHub);
  expect(desk.ui.notifications).toHaveLength(1);
  expect(desk.ui.notifications[0]?.severity).toBe('error');
});
